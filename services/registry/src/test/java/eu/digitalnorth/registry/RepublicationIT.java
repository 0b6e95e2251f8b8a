package eu.digitalnorth.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.messaging.envelope.RawRecord;
import eu.digitalnorth.messaging.fixture.ExchangeFixture;
import eu.digitalnorth.messaging.fixture.RawTopics;
import eu.digitalnorth.messaging.topic.Topic;
import eu.digitalnorth.messaging.topic.TopicCatalogue;
import eu.digitalnorth.trust.key.KeyId;
import eu.digitalnorth.trust.signature.MessageSignature;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** After its key was revoked, nobody believes the rows that a registry signed with it. */
class RepublicationIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final CountryCode IS = CountryCode.of("is");
  private static final ExchangeFixture EXCHANGE = ExchangeFixture.between("is");

  @Test
  void aRevokedKeyHasEveryRowPublishedAnewAsItIsAndSignedByItsSuccessor() {
    try (RegistryUnderTest registry = new RegistryUnderTest(RegistryUnderTest.settings(EXCHANGE))) {
      await().atMost(PATIENCE).until(registry::isReady);
      revokeAndCompare();
    }
  }

  private static void revokeAndCompare() {
    Map<String, RawRecord> people = latest(TopicCatalogue.PERSON_CHANGE);
    Map<String, RawRecord> companies = latest(TopicCatalogue.COMPANY_CHANGE);
    KeyId revoked = keyOf(people.values().iterator().next());

    EXCHANGE.keys().operate(IS).revoke(revoked);
    EXCHANGE.publishKeys(IS, EXCHANGE.keys());

    awaitNoneSignedBy(revoked, TopicCatalogue.PERSON_CHANGE);
    awaitNoneSignedBy(revoked, TopicCatalogue.COMPANY_CHANGE);
    assertThat(values(latest(TopicCatalogue.PERSON_CHANGE))).isEqualTo(values(people));
    assertThat(values(latest(TopicCatalogue.COMPANY_CHANGE))).isEqualTo(values(companies));
  }

  private static void awaitNoneSignedBy(KeyId revoked, Topic<?> topic) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(latest(topic).values())
                    .isNotEmpty()
                    .noneMatch(record -> keyOf(record).equals(revoked)));
  }

  /** What compaction would leave. */
  private static Map<String, RawRecord> latest(Topic<?> topic) {
    Map<String, RawRecord> latest = new HashMap<>();
    EXCHANGE
        .topics()
        .readAll(topic.nameFor(IS))
        .forEach(record -> latest.put(RawTopics.keyOf(record), record));
    return latest;
  }

  private static Map<String, ByteBuffer> values(Map<String, RawRecord> records) {
    Map<String, ByteBuffer> values = new HashMap<>();
    records.forEach(
        (key, record) -> values.put(key, ByteBuffer.wrap(Objects.requireNonNull(record.value()))));
    return values;
  }

  private static KeyId keyOf(RawRecord record) {
    return record
        .header(MessageSignature.HEADER)
        .flatMap(MessageSignature::parse)
        .orElseThrow()
        .keyId();
  }
}
