package eu.digitalnorth.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.messaging.envelope.RawRecord;
import eu.digitalnorth.messaging.envelope.RejectedRecordException;
import eu.digitalnorth.messaging.fixture.ExchangeFixture;
import eu.digitalnorth.messaging.fixture.Personal;
import eu.digitalnorth.messaging.fixture.RawTopics;
import eu.digitalnorth.messaging.personal.PersonalParts;
import eu.digitalnorth.messaging.topic.Topic;
import eu.digitalnorth.messaging.topic.TopicCatalogue;
import eu.digitalnorth.schemas.register.CompanyChange;
import eu.digitalnorth.schemas.register.Person;
import eu.digitalnorth.schemas.register.PersonChange;
import eu.digitalnorth.trust.encryption.DecryptionKeys;
import eu.digitalnorth.trust.key.KeyId;
import eu.digitalnorth.trust.signature.MessageSignature;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a revoked key signed is believed by nobody, and what is encrypted to it may be read by
 * others.
 */
class RepublicationIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final CountryCode IS = CountryCode.of("is");
  private static final ExchangeFixture EXCHANGE = ExchangeFixture.between("is");

  @Test
  void aRevokedKeyHasEveryRowPublishedAnewAsItIsWithItsSuccessor() {
    try (RegistryUnderTest registry = new RegistryUnderTest(RegistryUnderTest.settings(EXCHANGE))) {
      await().atMost(PATIENCE).until(registry::isReady);
      assertPublishedAnewWithout(RepublicationIT::signingKey);
      assertPublishedAnewWithout(RepublicationIT::encryptionKey);
    }
  }

  private static void assertPublishedAnewWithout(Function<RawRecord, KeyId> key) {
    Map<String, PersonChange> people = latest(TopicCatalogue.PERSON_CHANGE, record -> true);
    KeyId revoked =
        key.apply(EXCHANGE.topics().readAll(TopicCatalogue.PERSON_CHANGE.nameFor(IS)).getLast());
    Predicate<RawRecord> anew = record -> !key.apply(record).equals(revoked);

    EXCHANGE.keys().operate(IS).revoke(revoked);
    EXCHANGE.publishKeys(IS, EXCHANGE.keys());

    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(opened(latest(TopicCatalogue.PERSON_CHANGE, anew)))
                    .isEqualTo(opened(people)));
    Map<String, CompanyChange> companies = latest(TopicCatalogue.COMPANY_CHANGE, record -> true);
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(latest(TopicCatalogue.COMPANY_CHANGE, anew).keySet())
                    .isNotEmpty()
                    .isEqualTo(companies.keySet()));
  }

  /** What compaction would leave of those records. */
  private static <T extends SpecificRecord> Map<String, T> latest(
      Topic<T> topic, Predicate<RawRecord> wanted) {
    Map<String, T> latest = new HashMap<>();
    EXCHANGE
        .all(topic, IS)
        .filter(received -> wanted.test(received.raw()))
        .forEach(received -> latest.put(RawTopics.keyOf(received.raw()), received.body()));
    return latest;
  }

  /** Rows as they are inside: encrypted, the same row never looks the same. */
  private static Map<String, List<Object>> opened(Map<String, PersonChange> people) {
    DecryptionKeys own = Personal.national().heldBy(IS);
    Map<String, List<Object>> rows = new HashMap<>();
    people.forEach(
        (subject, change) -> {
          try {
            Person row = PersonalParts.open(change.getPerson(), Person.class, own, subject);
            rows.put(subject, List.of(change.getVersion(), change.getAliases(), row));
          } catch (RejectedRecordException e) {
            throw new AssertionError(e.explanation(), e);
          }
        });
    return rows;
  }

  private static KeyId signingKey(RawRecord record) {
    return record
        .header(MessageSignature.HEADER)
        .flatMap(MessageSignature::parse)
        .orElseThrow()
        .keyId();
  }

  private static KeyId encryptionKey(RawRecord record) {
    String text = new String(Objects.requireNonNull(record.value()), StandardCharsets.ISO_8859_1);
    Matcher jwe = Pattern.compile("eyJ[\\w-]+(?=\\.\\.)").matcher(text);
    assertThat(jwe.find()).isTrue();
    String header =
        new String(Base64.getUrlDecoder().decode(jwe.group()), StandardCharsets.US_ASCII);
    return KeyId.parse(JsonMapper.shared().readTree(header).path("kid").asString()).orElseThrow();
  }
}
