package eu.digitalnorth.registry;

import static eu.digitalnorth.registry.LifeEvents.FINLAND;
import static eu.digitalnorth.registry.LifeEvents.SWEDEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.messaging.codec.PersonalParts;
import eu.digitalnorth.messaging.envelope.Header;
import eu.digitalnorth.messaging.envelope.RawRecord;
import eu.digitalnorth.messaging.envelope.Source;
import eu.digitalnorth.messaging.fixture.ExchangeFixture;
import eu.digitalnorth.messaging.fixture.ExchangeFixture.Received;
import eu.digitalnorth.messaging.fixture.RawTopics;
import eu.digitalnorth.messaging.topic.TopicCatalogue;
import eu.digitalnorth.registry.RegistryUnderTest.Answer;
import eu.digitalnorth.schemas.audit.AuditAction;
import eu.digitalnorth.schemas.audit.AuditEvent;
import eu.digitalnorth.schemas.register.CompanyChange;
import eu.digitalnorth.schemas.register.LifeEvent;
import eu.digitalnorth.schemas.register.LifeEventDetails;
import eu.digitalnorth.schemas.register.LifeEventType;
import eu.digitalnorth.schemas.register.Person;
import eu.digitalnorth.schemas.register.PersonChange;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The registers of Estonia, Finland and Sweden, by what goes in and what comes out. */
class RegistryIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int MOVES_AT_ONCE = 20;
  private static final Source SWEDENS_REGISTER = new Source(SWEDEN, "registry");

  private static ExchangeFixture exchange;
  private static RegistryUnderTest registry;

  @BeforeAll
  static void startTheRegistry() {
    exchange = ExchangeFixture.between("ee", "fi", "se");
    registry = new RegistryUnderTest(RegistryUnderTest.settings(exchange));
    await().atMost(PATIENCE).until(registry::isReady);
  }

  @AfterAll
  static void stopTheRegistry() {
    registry.close();
  }

  @Test
  void aRegistryThatIsReadyHasPublishedEveryRowOnce() {
    for (String country : List.of("ee", "fi", "se")) {
      List<String> people = keysOfFirstVersions(country + ".register.person.v1");
      List<String> companies = keysOfFirstVersions(country + ".register.company.v1");

      assertThat(people).hasSizeGreaterThan(1000).doesNotHaveDuplicates();
      assertThat(companies).hasSize(200).doesNotHaveDuplicates();
      assertThat(people).allMatch(key -> key.matches("[0-9a-f]{64}"));
    }
  }

  @Test
  void nothingPersonalStandsInKeysAndHeaders() throws Exception {
    JsonNode person = registry.persona("ee", "student").get("person");
    List<String> personal =
        List.of(
            person.get("identifier").asString(),
            person.get("familyName").asString(),
            person.get("address").get("streetAddress").asString());

    for (RawRecord raw : exchange.topics().readAll("ee.register.person.v1")) {
      assertThat(clearText(raw)).doesNotContain(personal);
    }
  }

  @Test
  void aRestartPublishesNothingAgain() {
    int before = exchange.topics().readAll("ee.register.company.v1").size();

    registry.restart();
    await().atMost(PATIENCE).until(registry::isReady);

    assertThat(exchange.topics().readAll("ee.register.company.v1")).hasSize(before);
  }

  @Test
  void aPersonIsFoundByItsNumberHoweverItIsWritten() throws Exception {
    JsonNode person = registry.persona("se", "mover").get("person");
    String number = person.get("identifier").asString();
    String written = number.substring(0, 8) + "-" + number.substring(8);

    Answer answer =
        registry.post(
            "/api/registers/se/persons/lookup",
            "{\"scheme\":\"se-personnummer\",\"identifier\":\"" + written + "\"}");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json()).isEqualTo(person);
  }

  @Test
  void anArrivalFromAbroadIsTheNewVersionOneAndReachesTheCountryOfCitizenship() throws Exception {
    JsonNode mover = registry.persona("fi", "mover").get("person");

    Answer arrival = registry.post("/api/registers/se/persons", arrivalInUmea(mover));

    assertThat(arrival.status()).isEqualTo(201);
    String here = arrival.json().get("subject").asString();
    String there = mover.get("subject").asString();
    await().atMost(PATIENCE).until(() -> versionOf("fi", there) == 2);
    assertThat(versionsOnTopic(SWEDEN, here)).containsExactly(1L);
    Person moved = personOnTopic(FINLAND, there);
    assertThat(moved.getAddress().getLocality()).isEqualTo("Umeå");
    assertThat(moved.getForeignIdentifiers())
        .singleElement()
        .satisfies(
            id ->
                assertThat(id.getIdentifier())
                    .isEqualTo(arrival.json().get("identifier").asString()));
  }

  @Test
  void whoIsRegisteredAlreadyCannotArriveAgain() throws Exception {
    JsonNode owner = registry.persona("ee", "owner").get("person");
    Answer first = registry.post("/api/registers/se/persons", arrivalInUmea(owner));

    Answer second = registry.post("/api/registers/se/persons", arrivalInUmea(owner));

    assertThat(second.status()).isEqualTo(409);
    assertThat(second.json().get("subject")).isEqualTo(first.json().get("subject"));
  }

  @Test
  void aMoveIsTheNextVersionAndALifeEventInTheOtherCountrysInbox() throws Exception {
    JsonNode emigrant = emigrant("ee", "FI");
    String subject = emigrant.get("subject").asString();
    long before = emigrant.get("version").asLong();

    Answer answer =
        registry.post("/api/registers/ee/persons/" + subject + "/move", homeIn("Tartu", "51003"));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().get("version").asLong()).isEqualTo(before + 1);
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(versionsOnTopic(CountryCode.of("ee"), subject))
                    .containsExactly(1L, before + 1));
    Received<LifeEvent> told =
        await().atMost(PATIENCE).until(() -> toldOf(emigrant), t -> t != null);
    LifeEventDetails details = PersonalParts.open(told.body().getDetails(), LifeEventDetails.class);
    assertThat(told.body().getType()).isEqualTo(LifeEventType.MOVE);
    assertThat(details.getNewAddress().getLocality()).isEqualTo("Tartu");
  }

  @Test
  void changesThatComeAtOnceArePublishedInTheOrderOfTheirVersions() throws Exception {
    String subject = registry.persona("ee", "mover").get("person").get("subject").asString();
    String path = "/api/registers/ee/persons/" + subject + "/move";

    try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < MOVES_AT_ONCE; i++) {
        String home = homeIn("Tartu " + i, "51003");
        clients.submit(() -> registry.post(path, home));
      }
    }

    long moves = versionOf("ee", subject) - 1;
    assertThat(moves).isPositive();
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(versionsOnTopic(CountryCode.of("ee"), subject))
                    .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, moves + 1).boxed().toList()));
  }

  @Test
  void aDeathReachesTheOtherCountry() throws Exception {
    JsonNode emigrant = emigrant("se", "FI");
    String identifierThere = foreignIdentifier(emigrant, "FI");
    String path = "/api/registers/se/persons/" + emigrant.get("subject").asString() + "/death";

    Answer answer = registry.post(path, "{\"deceasedOn\":\"2026-11-02\"}");
    Answer again = registry.post(path, "{\"deceasedOn\":\"2026-11-02\"}");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(again.status()).isEqualTo(409);
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(lookUp("fi", "fi-hetu", identifierThere).get("deceasedOn"))
                    .hasToString("\"2026-11-02\""));
  }

  @Test
  void aCompanyInWindingUpIsTheNextVersion() throws Exception {
    JsonNode company = registry.persona("ee", "bidder").get("company");
    String subject = company.get("subject").asString();

    Answer answer =
        registry.post(
            "/api/registers/ee/companies/" + subject + "/status", "{\"status\":\"WINDING_UP\"}");

    assertThat(answer.json().get("version").asLong()).isEqualTo(2);
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(
                        exchange.messages(
                            TopicCatalogue.COMPANY_CHANGE, CountryCode.of("ee"), subject))
                    .extracting(message -> message.body().getVersion())
                    .containsExactly(1L, 2L));
  }

  @Test
  void aLifeEventThatComesTwiceTakesEffectOnceAndResendsWhatWasStored() throws Exception {
    JsonNode person = registry.persona("fi", "student").get("person");
    LifeEvent move = LifeEvents.move(person, "Dubbelgatan", LifeEvents.now());
    RawRecord record = record(move);

    exchange.topics().publish(record);
    await().atMost(PATIENCE).until(() -> decisions(move).size() == 1);
    exchange.topics().publish(record);
    await().atMost(PATIENCE).until(() -> decisions(move).size() == 2);

    assertThat(decisions(move))
        .extracting(Received::raw)
        .extracting(raw -> List.of(clearText(raw), hex(raw.value())))
        .satisfies(sent -> assertThat(new HashSet<>(sent)).hasSize(1));
    assertThat(versionsOnTopic(FINLAND, person.get("subject").asString())).containsExactly(1L, 2L);
  }

  @Test
  void aMoveThatWasRegisteredEarlierDoesNotWinAndIsShownAsADoubleAddress() throws Exception {
    JsonNode person = registry.persona("fi", "owner").get("person");
    Instant registeredAt = Instant.parse(person.get("addressRegisteredAt").asString());
    LifeEvent stale = LifeEvents.move(person, "Gamla gatan", registeredAt.minusSeconds(86_400));

    exchange.topics().publish(record(stale));

    assertThat(outcomeOf(stale)).isEqualTo("DOUBLE_ADDRESS");
    JsonNode after = get("fi", person.get("subject").asString());
    assertThat(after.get("address")).isEqualTo(person.get("address"));
    assertThat(after.get("otherAddress").get("streetAddress").asString()).isEqualTo("Gamla gatan");
  }

  @Test
  void aLifeEventOfAnUnknownPersonIsAuditedAndNothingElse() {
    LifeEvent move = LifeEvents.moveOfAStranger();

    exchange.topics().publish(record(move));

    assertThat(outcomeOf(move)).isEqualTo("UNKNOWN_PERSON");
    assertThat(deadLetters(move.getExchangeId().toString())).isEmpty();
  }

  @Test
  void garbageIsADeadLetterWithItsReasonAndItsBytesWhileTheTrafficGoesOn() throws Exception {
    String key = UUID.randomUUID().toString();
    byte[] garbage = "no Avro, no headers".getBytes(StandardCharsets.UTF_8);
    LifeEvent death =
        LifeEvents.death(registry.persona("fi", "debtor").get("person"), LocalDate.of(2026, 11, 3));

    exchange.topics().publish(raw(key, garbage, List.of()), record(death));

    assertThat(outcomeOf(death)).isEqualTo("DECEASED");
    RawRecord letter = deadLetter(key);
    assertThat(letter.value()).isEqualTo(garbage);
    assertThat(letter.header("dlt-reason")).contains("BAD_HEADER");
  }

  @Test
  void anUnknownSchemaIdIsADeadLetter() throws Exception {
    LifeEvent move =
        LifeEvents.move(
            registry.persona("fi", "bidder").get("person"), "Okända gatan", LifeEvents.now());
    RawRecord valid = record(move);
    byte[] value = Objects.requireNonNull(valid.value()).clone();
    value[1] = 0x7f;

    exchange.topics().publish(raw(move.getExchangeId().toString(), value, valid.headers()));

    RawRecord letter = deadLetter(move.getExchangeId().toString());
    assertThat(letter.header("dlt-reason")).contains("UNKNOWN_SCHEMA");
    assertThat(letter.value()).isEqualTo(value);
  }

  @Test
  void aLifeEventThatSpeaksForAnotherCountryIsADeadLetter() throws Exception {
    LifeEvent move =
        LifeEvents.move(
            registry.persona("fi", "bidder").get("person"), "Falska gatan", LifeEvents.now());
    String key = move.getExchangeId().toString();

    exchange.publish(
        TopicCatalogue.LIFE_EVENT,
        FINLAND,
        new Source(CountryCode.of("ee"), "registry"),
        key,
        move);

    assertThat(deadLetter(key).header("dlt-reason")).contains("INCONSISTENT");
  }

  @Test
  void errorsAreProblemDetailsThatRepeatNothing() throws Exception {
    String secret = "16822548834";
    List<Answer> answers =
        List.of(
            registry.post("/api/registers/xx/persons/lookup", lookUpBody("x", secret)),
            registry.post(
                "/api/registers/ee/persons/lookup", lookUpBody("no-fodselsnummer", secret)),
            registry.post("/api/registers/ee/persons/lookup", lookUpBody("ee-isikukood", secret)),
            registry.post("/api/registers/ee/persons/lookup", "{\"scheme\":\"" + secret),
            registry.post("/api/registers/ee/persons/lookup", "{\"name\":\"" + secret + "\"}"),
            registry.post("/api/registers/ee/persons", "{\"dateOfBirth\":\"" + secret + "\"}"),
            registry.get("/api/registers/ee/persons/" + secret));

    assertThat(answers)
        .allSatisfy(
            answer -> {
              assertThat(answer.status()).isBetween(400, 499);
              assertThat(answer.contentType()).startsWith("application/problem+json");
              JsonNode problem = answer.json();
              assertThat(problem.path("detail").asString() + problem.path("title").asString())
                  .doesNotContain(secret);
            });
  }

  private static String lookUpBody(String scheme, String identifier) {
    return "{\"scheme\":\"" + scheme + "\",\"identifier\":\"" + identifier + "\"}";
  }

  private static JsonNode lookUp(String country, String scheme, String identifier)
      throws Exception {
    return registry
        .post("/api/registers/" + country + "/persons/lookup", lookUpBody(scheme, identifier))
        .json();
  }

  private static JsonNode get(String country, String subject) throws Exception {
    return registry.get("/api/registers/" + country + "/persons/" + subject).json();
  }

  private static long versionOf(String country, String subject) throws Exception {
    return get(country, subject).get("version").asLong();
  }

  private static List<Long> versionsOnTopic(CountryCode country, String subject) {
    return exchange.messages(TopicCatalogue.PERSON_CHANGE, country, subject).stream()
        .map(message -> message.body().getVersion())
        .toList();
  }

  private static Person personOnTopic(CountryCode country, String subject) throws Exception {
    PersonChange last =
        exchange.messages(TopicCatalogue.PERSON_CHANGE, country, subject).getLast().body();
    return PersonalParts.open(last.getPerson(), Person.class);
  }

  /** A citizen of one country whom another's register knows, too, and whom no other test moves. */
  private static JsonNode emigrant(String country, String livesIn) throws Exception {
    for (var raw : exchange.topics().readAll(country + ".register.person.v1")) {
      JsonNode person = get(country, String.valueOf(RawTopics.keyOf(raw)));
      if (person.get("deceasedOn").isNull()
          && person.get("nationalities").get(0).asString().equalsIgnoreCase(country)
          && !foreignIdentifier(person, livesIn).isEmpty()) {
        return person;
      }
    }
    throw new AssertionError("Nobody of " + country + " lives in " + livesIn);
  }

  private static String foreignIdentifier(JsonNode person, String country) {
    for (JsonNode foreign : person.get("foreignIdentifiers")) {
      if (foreign.get("country").asString().equals(country)) {
        return foreign.get("identifier").asString();
      }
    }
    return "";
  }

  private static @Nullable Received<LifeEvent> toldOf(JsonNode person) throws Exception {
    String number = person.get("identifier").asString();
    for (var raw : exchange.topics().readAll("fi.register.life-event.v1")) {
      if (raw.header("ce_source").orElse("").equals("urn:digital-north:ee:registry")) {
        for (var told :
            exchange.messages(
                TopicCatalogue.LIFE_EVENT, FINLAND, String.valueOf(RawTopics.keyOf(raw)))) {
          var details = PersonalParts.open(told.body().getDetails(), LifeEventDetails.class);
          if (details.getIdentifiers().stream().anyMatch(i -> i.getIdentifier().equals(number))) {
            return told;
          }
        }
      }
    }
    return null;
  }

  private static String homeIn(String locality, String postalCode) {
    return """
    {"address":{"streetAddress":"Uus tänav","houseNumber":"1","postalCode":"%s",
     "locality":"%s"}}
    """
        .formatted(postalCode, locality);
  }

  private static String arrivalInUmea(JsonNode person) {
    return """
    {"familyName":%s,"givenName":%s,"dateOfBirth":%s,"gender":%s,"nationalities":%s,
     "foreignIdentifiers":[{"country":%s,"scheme":%s,"identifier":%s}],
     "address":{"streetAddress":"Storgatan","houseNumber":"1","postalCode":"903 26",
                "locality":"Umeå"}}
    """
        .formatted(
            person.get("familyName"),
            person.get("givenName"),
            person.get("dateOfBirth"),
            person.get("gender"),
            person.get("nationalities"),
            person.get("country"),
            person.get("identifierScheme"),
            person.get("identifier"));
  }

  private static RawRecord record(LifeEvent event) {
    return exchange.record(
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
    return exchange
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
    return exchange.deadLetters("fi.dlt.registry.fi.register.life-event.v1", key);
  }

  private static RawRecord deadLetter(String key) {
    await().atMost(PATIENCE).until(() -> !deadLetters(key).isEmpty());
    return deadLetters(key).getFirst();
  }

  private static List<String> keysOfFirstVersions(String topic) {
    return exchange.topics().readAll(topic).stream()
        .filter(raw -> isFirstVersion(raw))
        .map(raw -> String.valueOf(RawTopics.keyOf(raw)))
        .toList();
  }

  private static boolean isFirstVersion(RawRecord raw) {
    try {
      return raw.topic().contains("person")
          ? exchange.codec().decode(raw.topic(), raw.value(), PersonChange.class).getVersion() == 1
          : exchange.codec().decode(raw.topic(), raw.value(), CompanyChange.class).getVersion()
              == 1;
    } catch (Exception e) {
      throw new AssertionError("Unreadable record on " + raw.topic(), e);
    }
  }

  private static String clearText(RawRecord raw) {
    StringBuilder text = new StringBuilder(String.valueOf(RawTopics.keyOf(raw)));
    for (Header header : raw.headers()) {
      byte[] bytes = header.value();
      text.append(header.name())
          .append(bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8));
    }
    return text.toString();
  }

  private static String hex(byte @Nullable [] bytes) {
    return bytes == null ? "" : HexFormat.of().formatHex(bytes);
  }
}
