package eu.digitalnorth.registry;

import static eu.digitalnorth.registry.LifeEvents.FINLAND;
import static eu.digitalnorth.registry.LifeEvents.SWEDEN;
import static eu.digitalnorth.registry.SharedRegistry.EXCHANGE;
import static eu.digitalnorth.registry.SharedRegistry.PATIENCE;
import static eu.digitalnorth.registry.SharedRegistry.REGISTRY;
import static eu.digitalnorth.registry.SharedRegistry.clearText;
import static eu.digitalnorth.registry.SharedRegistry.get;
import static eu.digitalnorth.registry.SharedRegistry.versionsOnTopic;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.messaging.envelope.Header;
import eu.digitalnorth.messaging.envelope.RawRecord;
import eu.digitalnorth.messaging.envelope.Source;
import eu.digitalnorth.messaging.fixture.ExchangeFixture.Received;
import eu.digitalnorth.messaging.fixture.RawTopics;
import eu.digitalnorth.messaging.topic.TopicCatalogue;
import eu.digitalnorth.schemas.audit.AuditAction;
import eu.digitalnorth.schemas.audit.AuditEvent;
import eu.digitalnorth.schemas.register.LifeEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** What Finland's register makes of what others tell, be it sense or garbage. */
@ExtendWith(SharedRegistry.class)
class LifeEventIT {
  private static final Source SWEDENS_REGISTER = new Source(SWEDEN, "registry");

  @Test
  void aLifeEventThatComesTwiceTakesEffectOnceAndResendsWhatWasStored() throws Exception {
    JsonNode person = REGISTRY.persona("fi", "student").get("person");
    LifeEvent move = LifeEvents.move(person, "Dubbelgatan", LifeEvents.now());
    RawRecord record = record(move);

    EXCHANGE.topics().publish(record);
    await().atMost(PATIENCE).until(() -> decisions(move).size() == 1);
    EXCHANGE.topics().publish(record);
    await().atMost(PATIENCE).until(() -> decisions(move).size() == 2);

    assertThat(decisions(move))
        .extracting(Received::raw)
        .extracting(raw -> List.of(clearText(raw), hex(raw.value())))
        .satisfies(sent -> assertThat(new HashSet<>(sent)).hasSize(1));
    assertThat(versionsOnTopic(FINLAND, person.get("subject").asString())).containsExactly(1L, 2L);
  }

  @Test
  void aMoveThatWasRegisteredEarlierDoesNotWinAndIsShownAsADoubleAddress() throws Exception {
    JsonNode person = REGISTRY.persona("fi", "owner").get("person");
    Instant registeredAt = Instant.parse(person.get("addressRegisteredAt").asString());
    LifeEvent stale = LifeEvents.move(person, "Gamla gatan", registeredAt.minusSeconds(86_400));

    EXCHANGE.topics().publish(record(stale));

    assertThat(outcomeOf(stale)).isEqualTo("DOUBLE_ADDRESS");
    JsonNode after = get("fi", person.get("subject").asString());
    assertThat(after.get("address")).isEqualTo(person.get("address"));
    assertThat(after.get("otherAddress").get("streetAddress").asString()).isEqualTo("Gamla gatan");
  }

  @Test
  void aLifeEventOfAnUnknownPersonIsAuditedAndNothingElse() {
    LifeEvent move = LifeEvents.moveOfAStranger();

    EXCHANGE.topics().publish(record(move));

    assertThat(outcomeOf(move)).isEqualTo("UNKNOWN_PERSON");
    assertThat(deadLetters(move.getExchangeId().toString())).isEmpty();
  }

  @Test
  void garbageIsADeadLetterWithItsReasonAndItsBytesWhileTheTrafficGoesOn() throws Exception {
    String key = UUID.randomUUID().toString();
    byte[] garbage = "no Avro, no headers".getBytes(StandardCharsets.UTF_8);
    LifeEvent death =
        LifeEvents.death(REGISTRY.persona("fi", "debtor").get("person"), LocalDate.of(2026, 11, 3));

    EXCHANGE.topics().publish(raw(key, garbage, List.of()), record(death));

    assertThat(outcomeOf(death)).isEqualTo("DECEASED");
    RawRecord letter = deadLetter(key);
    assertThat(letter.value()).isEqualTo(garbage);
    assertThat(letter.header("dlt-reason")).contains("BAD_HEADER");
  }

  @Test
  void anUnknownSchemaIdIsADeadLetter() throws Exception {
    LifeEvent move =
        LifeEvents.move(
            REGISTRY.persona("fi", "bidder").get("person"), "Okända gatan", LifeEvents.now());
    RawRecord valid = record(move);
    byte[] value = Objects.requireNonNull(valid.value()).clone();
    value[1] = 0x7f;

    EXCHANGE.topics().publish(raw(move.getExchangeId().toString(), value, valid.headers()));

    RawRecord letter = deadLetter(move.getExchangeId().toString());
    assertThat(letter.header("dlt-reason")).contains("UNKNOWN_SCHEMA");
    assertThat(letter.value()).isEqualTo(value);
  }

  @Test
  void aLifeEventThatSpeaksForAnotherCountryIsADeadLetter() throws Exception {
    LifeEvent move =
        LifeEvents.move(
            REGISTRY.persona("fi", "bidder").get("person"), "Falska gatan", LifeEvents.now());
    String key = move.getExchangeId().toString();

    EXCHANGE.publish(
        TopicCatalogue.LIFE_EVENT,
        FINLAND,
        new Source(CountryCode.of("ee"), "registry"),
        key,
        move);

    assertThat(deadLetter(key).header("dlt-reason")).contains("INCONSISTENT");
  }

  private static RawRecord record(LifeEvent event) {
    return EXCHANGE.record(
        UUID.randomUUID(),
        TopicCatalogue.LIFE_EVENT,
        FINLAND,
        SWEDENS_REGISTER,
        event.getExchangeId().toString(),
        event);
  }

  private static RawRecord raw(String key, byte[] value, List<Header> headers) {
    return new RawRecord(
        "fi.register.life-event.v1",
        RawTopics.BY_KEY,
        0,
        0,
        key.getBytes(StandardCharsets.UTF_8),
        value,
        headers);
  }

  private static List<Received<AuditEvent>> decisions(LifeEvent event) {
    return EXCHANGE
        .messages(TopicCatalogue.AUDIT_EVENT, FINLAND, event.getExchangeId().toString())
        .stream()
        .filter(audit -> audit.body().getAction() == AuditAction.DECIDED)
        .toList();
  }

  private static String outcomeOf(LifeEvent event) {
    await().atMost(PATIENCE).until(() -> !decisions(event).isEmpty());
    return decisions(event).getFirst().body().getOutcome();
  }

  private static List<RawRecord> deadLetters(String key) {
    return EXCHANGE.deadLetters("fi.dlt.registry.fi.register.life-event.v1", key);
  }

  private static RawRecord deadLetter(String key) {
    await().atMost(PATIENCE).until(() -> !deadLetters(key).isEmpty());
    return deadLetters(key).getFirst();
  }

  private static String hex(byte @Nullable [] bytes) {
    return bytes == null ? "" : HexFormat.of().formatHex(bytes);
  }
}
