package eu.digitalnorth.local.installation;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.country.CountryProfiles;
import eu.digitalnorth.messaging.topic.Service;
import eu.digitalnorth.servers.Database;
import eu.digitalnorth.servers.PostgresDatabases;
import eu.digitalnorth.servers.Progress;
import eu.digitalnorth.trust.broker.BrokerPasswords;
import eu.digitalnorth.trust.broker.BrokerPrincipal;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An exchange of containers, as {@code docker-compose.yml} arranges them: writes what they must
 * know of each other into folders that are their volumes, and sets up the servers. Doing it again
 * changes nothing.
 */
public final class Cluster {
  private static final URI SCHEMA_REGISTRY =
      URI.create("http://schema-registry:8080/apis/ccompat/v7");
  private static final URI ISSUER = URI.create("http://issuer:8185");
  private static final int SERVICE_PORT = 8080;

  /** Where the containers of services have their countries' keys. */
  private static final Path KEYS_OF_SERVICES = Path.of("/keys");

  /** Where they have their settings. */
  private static final Path SETTINGS_OF_SERVICES = Path.of("/config");

  private static final int METRICS_PORT = 9400;

  private static final Path ISSUER_IN_ITS_CONTAINER = Path.of("/issuer");
  private static final Path KAFKA_DATA = Path.of("/var/lib/kafka/data");

  private static final String POSTGRES = "postgres";
  private static final String REGISTRY_ROLE = "schema_registry";

  /** A service of one country is content with few of the server's connections. */
  private static final Map<String, String> IN_A_CONTAINER =
      Map.of(
          "server.address", "0.0.0.0",
          "spring.datasource.hikari.maximum-pool-size", "6",
          "spring.datasource.hikari.minimum-idle", "1");

  private final Path root;
  private final List<CountryCode> own;
  private final List<Household> households;
  private final KafkaBanks kafka;
  private final Passwords passwords;
  private final Preparation preparation;
  private final Progress progress;

  /**
   * @param root where the volumes are mounted
   * @param own countries whose services have containers of their own; all others share theirs
   * @param apart one of these, which has a Kafka cluster of its own, beyond a bridge
   */
  public Cluster(
      Path root, Collection<CountryCode> own, @Nullable CountryCode apart, Progress progress) {
    this.root = root;
    this.own = List.copyOf(own);
    this.households = Household.of(own);
    Collection<CountryCode> all = CountryProfiles.load().codes();
    this.kafka = apart == null ? KafkaBanks.one(all) : KafkaBanks.two(all, apart);
    this.passwords = Passwords.in(root, roles());
    this.preparation =
        new Preparation(keys(), issuerSecrets(), CountryProfiles.load().codes(), progress);
    this.progress = progress;
  }

  /**
   * Writes the secrets that are missing, and all settings; needs no server.
   *
   * @param issuer where browsers reach the issuer
   * @param portals where browsers reach the portals
   * @param metrics whether services show their numbers to Prometheus
   */
  public void write(URI issuer, List<URI> portals, boolean metrics) {
    preparation.keys();
    kafka.all().forEach(this::configure);
    kafka.bridge(KEYS_OF_SERVICES).ifPresent(this::configureBridge);
    writeForOthers(root.resolve(POSTGRES).resolve("password"), passwords.of(POSTGRES), "r--r--r--");
    writeForOthers(
        root.resolve("schema-registry").resolve("registry.properties"),
        "apicurio.datasource.password=" + passwords.of(REGISTRY_ROLE) + '\n',
        "rw-r-----");
    households.forEach(household -> configure(household, issuer, metrics));
    new ServiceConfiguration(root.resolve("config").resolve("issuer"))
        .writeIssuer(
            new Issuer(issuer, ISSUER, ISSUER_IN_ITS_CONTAINER),
            portals,
            Map.of("server.address", "0.0.0.0"));
    RunningInstallation.writeContainers(root, endpoints(issuer, kafka.home().brokers(keys())), own);
    progress.report("Secrets and settings: written for %d countries".formatted(countries().size()));
  }

  /** Creates databases and roles; PostgreSQL must serve. */
  public void createDatabases() {
    Stopwatch watch = new Stopwatch();
    try (Connection superuser =
        DriverManager.getConnection(url(POSTGRES), POSTGRES, passwords.of(POSTGRES))) {
      for (String role : roles()) {
        if (!role.equals(POSTGRES)) {
          PostgresDatabases.ensure(superuser, url(role), role, passwords.of(role));
        }
      }
    } catch (SQLException e) {
      throw new InstallationException("The databases could not be created.", e);
    }
    progress.report("Databases: %d in %s".formatted(roles().size() - 1, watch));
  }

  /** Principals, rules, topics, schemas and the announcement of keys; the servers must serve. */
  public void prepare() {
    InParallel.run(
        () -> kafka.all().forEach(this::prepare), () -> preparation.schemas(SCHEMA_REGISTRY));
    for (KafkaBank bank : kafka.all()) {
      preparation.publishKeys(bank.brokers(keys()), SCHEMA_REGISTRY, bank.countries());
    }
  }

  private void prepare(KafkaBank bank) {
    preparation.brokers(
        bank.brokers(keys()), bank.cluster().replicas(), bank.countries(), bank.beyond());
  }

  private void configure(KafkaBank bank) {
    PrivateFiles.write(
        root.resolve(bank.name()).resolve("server.properties"),
        bank.cluster().text(KAFKA_DATA, Preparation.security(new BrokerPasswords(keys()), null)));
  }

  private void configureBridge(String settings) {
    new BrokerPasswords(keys()).createMissing(List.of(BrokerPrincipal.BRIDGE));
    PrivateFiles.write(
        root.resolve("config").resolve("bridge").resolve("bridge.properties"), settings);
  }

  private void configure(Household household, URI issuer, boolean metrics) {
    Endpoints endpoints =
        endpoints(issuer, kafka.of(household.countries()).brokers(KEYS_OF_SERVICES));
    Path folder = root.resolve("config").resolve(household.name());
    ServiceConfiguration configuration = new ServiceConfiguration(folder);
    Map<String, String> settings = new HashMap<>(IN_A_CONTAINER);
    if (metrics) {
      settings.putAll(metrics(household, folder));
    }
    for (Service service : Service.values()) {
      String role = household.role(service);
      configuration.write(
          service,
          household.countries(),
          endpoints,
          new Database(url(role), role, passwords.of(role)),
          settings);
    }
  }

  /** Each household has a token of its own, and who looks after all of them has all. */
  private Map<String, String> metrics(Household household, Path folder) {
    Path token = Monitoring.token(root.resolve("metrics").resolve(household.name()));
    Path copy = folder.resolve(token.getFileName());
    PrivateFiles.write(copy, Monitoring.read(token));
    Map<String, String> settings =
        new HashMap<>(
            Monitoring.settings(METRICS_PORT, SETTINGS_OF_SERVICES.resolve(copy.getFileName())));
    settings.put("exchange.metrics.address", "0.0.0.0");
    return settings;
  }

  private Endpoints endpoints(URI issuer, Brokers brokers) {
    Map<Service, URI> services = new EnumMap<>(Service.class);
    for (Service service : Service.values()) {
      services.put(service, URI.create("http://%s:%d".formatted(service.id(), SERVICE_PORT)));
    }
    return new Endpoints(
        services,
        new Issuer(issuer, ISSUER, issuerSecrets()),
        brokers,
        SCHEMA_REGISTRY,
        new Participants(countries(), true));
  }

  private List<CountryCode> countries() {
    return households.stream().flatMap(household -> household.countries().stream()).toList();
  }

  private List<String> roles() {
    return Stream.concat(
            Stream.of(POSTGRES, REGISTRY_ROLE),
            households.stream()
                .flatMap(household -> Stream.of(Service.values()).map(household::role)))
        .toList();
  }

  private Path keys() {
    return root.resolve("keys");
  }

  private Path issuerSecrets() {
    return root.resolve("issuer");
  }

  private static String url(String database) {
    return "jdbc:postgresql://postgres:5432/" + database;
  }

  /**
   * For a container that runs as another user. Nobody but that container and this one has the
   * volume that the file is in.
   */
  private static void writeForOthers(Path file, String text, String permissions) {
    PrivateFiles.write(file, text);
    try {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    } catch (IOException e) {
      throw new InstallationException(file + " cannot be written.", e);
    }
  }
}
