package eu.digitalnorth.messaging.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.messaging.ExchangeProperties;
import eu.digitalnorth.messaging.ServedCountries;
import eu.digitalnorth.messaging.topic.Service;
import eu.digitalnorth.trust.broker.BrokerPasswords;
import eu.digitalnorth.trust.broker.BrokerPrincipal;
import eu.digitalnorth.trust.key.MissingKeyException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KafkaClientsTest {
  private static final CountryCode EE = CountryCode.of("ee");
  private static final BrokerPrincipal ESTONIA = BrokerPrincipal.of(EE);

  @TempDir private Path keys;

  @BeforeEach
  void createPassword() {
    new BrokerPasswords(keys).createMissing(List.of(ESTONIA));
  }

  @Test
  void aConsumerThatIsGoneIsMissedAfterTenSeconds() {
    assertThat(consumerSettings(Map.of()))
        .containsEntry("session.timeout.ms", 10_000)
        .containsEntry("heartbeat.interval.ms", 3_000);
  }

  @Test
  void theInstallationMayChooseAnotherSessionTimeout() {
    assertThat(consumerSettings(Map.of("session.timeout.ms", "45000")))
        .containsEntry("session.timeout.ms", "45000");
  }

  @Test
  void theInstallationCannotHaveOffsetsCommittedBeforeTheirRecordsAreProcessed() {
    assertThat(consumerSettings(Map.of("enable.auto.commit", "true")))
        .containsEntry("enable.auto.commit", false);
  }

  @Test
  void aClientComesInAsItsCountryAndItsSettingsHaveNoPassword() {
    Map<String, Object> settings = consumerSettings(Map.of());

    assertThat(settings)
        .containsEntry("security.protocol", "SASL_PLAINTEXT")
        .containsEntry("sasl.mechanism", "SCRAM-SHA-512");
    assertThat(settings.get("sasl.jaas.config")).asString().contains("username=\"ee\"");
    assertThat(settings.toString()).doesNotContain(new BrokerPasswords(keys).of(ESTONIA));
  }

  @Test
  void withAnAuthorityConnectionsAreEncrypted() {
    Path authority = keys.resolve("authority.pem");

    assertThat(consumerSettings(authority, Map.of()))
        .containsEntry("security.protocol", "SASL_SSL")
        .containsEntry("ssl.truststore.type", "PEM")
        .containsEntry("ssl.truststore.location", authority.toString());
  }

  @Test
  void withoutItsPasswordACountryHasNoClients() throws IOException {
    Files.delete(new BrokerPasswords(keys).fileOf(ESTONIA));

    assertThatThrownBy(() -> consumerSettings(Map.of()))
        .isInstanceOf(MissingKeyException.class)
        .hasMessageContaining("broker.password");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "security.protocol",
        "sasl.mechanism",
        "sasl.jaas.config",
        "ssl.endpoint.identification.algorithm"
      })
  void howClientsComeInIsNotLeftToFurtherSettings(String name) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> consumerSettings(Map.of(name, "PLAINTEXT")))
        .withMessageContaining("exchange.kafka.properties." + name);
  }

  private Map<String, Object> consumerSettings(Map<String, String> installations) {
    return consumerSettings(null, installations);
  }

  private Map<String, Object> consumerSettings(
      @Nullable Path authority, Map<String, String> installations) {
    KafkaClients clients =
        new KafkaClients(properties(authority, installations), new ServedCountries(List.of(EE)));
    return clients.consumers(EE).getConfigurationProperties();
  }

  private ExchangeProperties properties(@Nullable Path authority, Map<String, String> kafka) {
    return new ExchangeProperties(
        Service.EVIDENCE,
        List.of("ee"),
        keys,
        new ExchangeProperties.Kafka("localhost:9092", authority, kafka, 500, 1),
        new ExchangeProperties.SchemaRegistry(URI.create("http://localhost:8081")),
        Duration.ofMinutes(2),
        Duration.ofDays(15),
        Duration.ZERO);
  }
}
