package eu.digitalnorth.portal.testing;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.messaging.codec.AvroCodec;
import eu.digitalnorth.messaging.setup.SchemaRegistration;
import eu.digitalnorth.messaging.setup.SchemaRegistryClients;
import eu.digitalnorth.messaging.setup.TopicSetup;
import eu.digitalnorth.testservers.TestServers;
import eu.digitalnorth.trust.KeyDirectory;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;

/** The servers with topics, schemas and keys of the countries that these tests are about. */
public final class World {
  private static final List<CountryCode> COUNTRIES =
      List.of(CountryCode.of("NO"), CountryCode.of("EE"), CountryCode.of("SE"));

  private final TestServers servers = TestServers.shared();
  private final Broker broker = new Broker(servers.bootstrapServers());
  private final AvroCodec codec;

  private World() {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers.bootstrapServers()))) {
      new TopicSetup(admin, (short) 1).createMissing(COUNTRIES);
    }
    SchemaRegistryClient registry =
        SchemaRegistryClients.create(URI.create(servers.schemaRegistryUrl()));
    new SchemaRegistration(registry).register(COUNTRIES);
    new KeyDirectory(servers.keysDirectory()).createMissing(COUNTRIES);
    this.codec = new AvroCodec(registry, servers.schemaRegistryUrl());
  }

  public static World shared() {
    return Holder.SHARED;
  }

  public Broker broker() {
    return broker;
  }

  public AvroCodec codec() {
    return codec;
  }

  /** A portal of Norway that all tests share. */
  public Portal norway() {
    return Holder.NORWAY;
  }

  /** What a portal is told, with a database of its own. */
  public Map<String, String> settings(String country) {
    Map<String, String> settings = servers.properties("portal");
    settings.put("exchange.countries", country);
    settings.put("exchange.portal.grace-period", "PT3S");
    settings.put("server.port", "0");
    return settings;
  }

  private static final class Holder {
    private static final World SHARED = new World();
    private static final Portal NORWAY = Portal.start(SHARED.settings("no"));
  }
}
