package eu.digitalnorth.systemtests;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.country.CountryProfiles;
import eu.digitalnorth.local.installation.Brokers;
import eu.digitalnorth.local.installation.Endpoints;
import eu.digitalnorth.local.installation.Home;
import eu.digitalnorth.local.installation.Installation;
import eu.digitalnorth.local.installation.InstallationSettings;
import eu.digitalnorth.local.installation.KeyAnnouncement;
import eu.digitalnorth.local.installation.ServersSource;
import eu.digitalnorth.messaging.setup.PrincipalSetup;
import eu.digitalnorth.messaging.setup.SchemaRegistration;
import eu.digitalnorth.messaging.setup.SchemaRegistryClients;
import eu.digitalnorth.messaging.setup.TopicSetup;
import eu.digitalnorth.messaging.topic.Service;
import eu.digitalnorth.servers.ChildCommand;
import eu.digitalnorth.servers.ChildProcess;
import eu.digitalnorth.servers.Database;
import eu.digitalnorth.servers.KafkaServer;
import eu.digitalnorth.servers.Lifetime;
import eu.digitalnorth.servers.Port;
import eu.digitalnorth.testservers.OwnServers;
import eu.digitalnorth.testservers.TestServers;
import eu.digitalnorth.trust.KeyDirectory;
import eu.digitalnorth.trust.broker.BrokerPasswords;
import eu.digitalnorth.trust.broker.BrokerPrincipal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Two countries with a broker of their own each, an embedded one wherever the test run has its
 * other servers; they share the schema registry, and the bridge is a process, too.
 */
final class Federation implements AutoCloseable {
  private static final CountryCode EE = CountryCode.of("EE");
  private static final CountryCode NO = CountryCode.of("NO");
  private static final Duration STOPPING = Duration.ofSeconds(20);

  private final Path folder;
  private final Side estonia;
  private final Side norway;
  private ChildProcess bridge;

  private Federation(Path folder) {
    this.folder = folder;
    createKeys();
    estonia =
        Side.start(
            folder,
            EE,
            Set.of(Service.REGISTRY, Service.ATTESTATION, Service.EVIDENCE, Service.AUDIT));
    norway = Side.start(folder, NO, Set.of(Service.PORTAL, Service.AUDIT));
    startBridge();
    estonia.startServices();
    norway.startServices();
  }

  static Federation start() {
    try {
      return new Federation(Files.createTempDirectory("federation"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Endpoints estonia() {
    return estonia.installation.endpoints();
  }

  Endpoints norway() {
    return norway.installation.endpoints();
  }

  /** Each country's ledger is where that country's services are. */
  Ledgers ledgers() {
    return new Ledgers(country -> country.equals("ee") ? estonia() : norway());
  }

  void startBridge() {
    Home home = Home.find();
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx192m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
            "-cp",
            home.classPath("bridge"),
            "eu.digitalnorth.bridge.BridgeApplication",
            settingsOfBridge().toString());
    bridge = ChildProcess.start(ChildCommand.of("bridge", command, Map.of()), folder);
  }

  void stopBridge() {
    bridge.stop(STOPPING);
  }

  long recordsAtEstonias(String topic) {
    return estonia.records(topic);
  }

  long recordsAtNorways(String topic) {
    return norway.records(topic);
  }

  @Override
  public void close() {
    stopBridge();
    estonia.stop();
    norway.stop();
  }

  /** Whoever else uses the servers of the run may not have come yet. */
  private static void createKeys() {
    TestServers.shared();
    Collection<CountryCode> all = CountryProfiles.load().codes();
    new KeyDirectory(TestServers.keysDirectory()).createMissing(all);
    BrokerPasswords passwords = new BrokerPasswords(TestServers.keysDirectory());
    passwords.createMissing(BrokerPrincipal.KNOWN_FROM_THE_START);
    passwords.createMissing(List.of(BrokerPrincipal.BRIDGE));
    passwords.createMissing(all.stream().map(BrokerPrincipal::of).toList());
  }

  private Path settingsOfBridge() {
    Path file = folder.resolve("bridge.properties");
    String text =
        "clusters=ee,no\nreplicas=1\nkeys=%s\n".formatted(TestServers.keysDirectory())
            + estonia.asEndOfBridge()
            + norway.asEndOfBridge();
    try {
      if (!Files.exists(file)) {
        Files.createFile(
            file,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      }
      return Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A country with a broker that admits it and no other country. */
  private static final class Side {
    private final CountryCode country;
    private final KafkaServer kafka;
    private final Brokers brokers;
    private final InstallationSettings settings;
    private Installation installation;

    private Side(
        CountryCode country, KafkaServer kafka, Brokers brokers, InstallationSettings settings) {
      this.country = country;
      this.kafka = kafka;
      this.brokers = brokers;
      this.settings = settings;
    }

    static Side start(Path folder, CountryCode country, Set<Service> services) {
      Path data = folder.resolve(country.lower());
      KafkaServer kafka =
          new KafkaServer(
              data.resolve("broker"),
              Port.any(),
              Lifetime.SHORT,
              OwnServers.security(TestServers.keysDirectory()));
      kafka.start();
      Brokers brokers =
          new Brokers(
              kafka.bootstrapServers(),
              kafka.administrationServers(),
              TestServers.keysDirectory(),
              null);
      TestServers servers = TestServers.shared();
      URI registry = URI.create(servers.schemaRegistryUrl());
      Map<Service, Database> databases = new EnumMap<>(Service.class);
      services.forEach(
          service ->
              databases.put(
                  service, servers.database("%s_%s".formatted(service.id(), country.lower()))));
      prepare(brokers, registry, country);
      return new Side(
          country,
          kafka,
          brokers,
          InstallationSettings.onFreePorts(data)
              .with(new ServersSource.Given(brokers, registry, databases, true))
              .with(List.of(country))
              .withOnly(services));
    }

    /** All topics, as the other side's come over the bridge; but who comes in is this country. */
    private static void prepare(Brokers brokers, URI registry, CountryCode country) {
      Collection<CountryCode> all = CountryProfiles.load().codes();
      try (Admin admin = Admin.create(brokers.as(BrokerPrincipal.ADMIN))) {
        PrincipalSetup setup = new PrincipalSetup(admin, brokers.passwords());
        setup.admit(List.of(country), all);
        setup.admitBridge(List.of(country), List.of(country.equals(EE) ? NO : EE));
        new TopicSetup(admin, (short) 1).createMissing(all);
      }
      new SchemaRegistration(SchemaRegistryClients.create(registry)).register(all);
      new KeyAnnouncement(brokers, registry).announce(List.of(country));
    }

    void startServices() {
      installation = Installation.start(settings, System.out::println);
    }

    String asEndOfBridge() {
      return "%1$s.countries=%1$s\n%1$s.bootstrap.servers=%2$s\n"
          .formatted(country.lower(), brokers.clients());
    }

    long records(String topic) {
      try (KafkaConsumer<byte[], byte[]> consumer =
          new KafkaConsumer<>(
              brokers.as(BrokerPrincipal.ADMIN),
              new ByteArrayDeserializer(),
              new ByteArrayDeserializer())) {
        List<TopicPartition> partitions =
            consumer.partitionsFor(topic).stream()
                .map(one -> new TopicPartition(one.topic(), one.partition()))
                .toList();
        return consumer.endOffsets(partitions).values().stream().mapToLong(Long::longValue).sum();
      }
    }

    void stop() {
      if (installation != null) {
        installation.stop();
      }
      kafka.stop();
    }
  }
}
