package eu.digitalnorth.messaging;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.country.CountryProfiles;
import eu.digitalnorth.messaging.topic.Service;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What every service is told, prefix {@code exchange}.
 *
 * @param service which service this process is
 * @param countries the countries that this process serves; empty means all that have a profile
 * @param keysDirectory where the installation's secret keys are
 * @param kafka how to reach the brokers
 * @param schemaRegistry how to reach the schema registry
 * @param startTimeout how long to wait for schemas, topics and registers when starting
 * @param outboxRetention how long sent records are kept to be sent again on a redelivery; at least
 *     as long as the topics are retained
 * @param clockOffset by how much this process's clock is to be wrong, for trying out what becomes
 *     of countries whose clocks differ
 */
@ConfigurationProperties("exchange")
public record ExchangeProperties(
    Service service,
    @DefaultValue List<String> countries,
    Path keysDirectory,
    Kafka kafka,
    SchemaRegistry schemaRegistry,
    @DefaultValue("PT2M") Duration startTimeout,
    @DefaultValue("P15D") Duration outboxRetention,
    @DefaultValue("PT0S") Duration clockOffset) {

  /**
   * @param bootstrapServers comma-separated {@code host:port}
   * @param certificateAuthority who has signed the brokers' certificates, a PEM file; without it,
   *     connections are not encrypted, as befits loopback
   * @param properties further client settings for producers, consumers and admin clients; they
   *     count more than our own choices, except where these guard against loss; they say nothing of
   *     security
   * @param maxPollRecords most records of a batch
   * @param concurrency consumers of an inbox, per country
   */
  public record Kafka(
      String bootstrapServers,
      @Nullable Path certificateAuthority,
      @DefaultValue Map<String, String> properties,
      @DefaultValue("500") int maxPollRecords,
      @DefaultValue("1") int concurrency) {

    private static final List<String> SECURITY = List.of("security.", "sasl.", "ssl.");

    public Kafka {
      require(bootstrapServers, "exchange.kafka.bootstrap-servers", "host:port of the brokers");
      properties.keySet().stream()
          .filter(name -> SECURITY.stream().anyMatch(name::startsWith))
          .findFirst()
          .ifPresent(
              name -> {
                throw new IllegalArgumentException(
                    "Remove exchange.kafka.properties.%s: how a service comes in is decided by exchange.keys-directory and exchange.kafka.certificate-authority"
                        .formatted(name));
              });
    }
  }

  /**
   * @param url Confluent's REST API
   */
  public record SchemaRegistry(URI url) {}

  public ExchangeProperties {
    require(service, "exchange.service", "which service this is, for example evidence");
    require(keysDirectory, "exchange.keys-directory", "the folder with the installation's keys");
    require(kafka, "exchange.kafka.bootstrap-servers", "host:port of the brokers");
    require(schemaRegistry, "exchange.schema-registry.url", "Confluent's REST API of the registry");
    countries = List.copyOf(countries);
  }

  /** The countries that this process serves. */
  public List<CountryCode> servedCountries(CountryProfiles profiles) {
    return countries.isEmpty()
        ? List.copyOf(profiles.codes())
        : countries.stream().map(CountryCode::of).map(c -> profiles.get(c).code()).toList();
  }

  private static void require(@Nullable Object value, String name, String meaning) {
    if (value == null) {
      throw new IllegalArgumentException("Set " + name + ": " + meaning);
    }
  }
}
