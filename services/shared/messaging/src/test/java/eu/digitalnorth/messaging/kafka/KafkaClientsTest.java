package eu.digitalnorth.messaging.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.messaging.ExchangeProperties;
import eu.digitalnorth.messaging.topic.Service;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KafkaClientsTest {
  private static final CountryCode EE = CountryCode.of("ee");

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

  private static Map<String, Object> consumerSettings(Map<String, String> installations) {
    KafkaClients clients = new KafkaClients(properties(installations));
    return clients.consumers(EE).getConfigurationProperties();
  }

  private static ExchangeProperties properties(Map<String, String> kafka) {
    return new ExchangeProperties(
        Service.EVIDENCE,
        List.of("ee"),
        Path.of("keys"),
        new ExchangeProperties.Kafka("localhost:9092", kafka, 500, 1),
        new ExchangeProperties.SchemaRegistry(URI.create("http://localhost:8081")),
        Duration.ofMinutes(2),
        Duration.ofDays(15));
  }
}
