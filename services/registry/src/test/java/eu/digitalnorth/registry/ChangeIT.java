package eu.digitalnorth.registry;

import static eu.digitalnorth.registry.LifeEvents.FINLAND;
import static eu.digitalnorth.registry.LifeEvents.SWEDEN;
import static eu.digitalnorth.registry.SharedRegistry.EXCHANGE;
import static eu.digitalnorth.registry.SharedRegistry.PATIENCE;
import static eu.digitalnorth.registry.SharedRegistry.REGISTRY;
import static eu.digitalnorth.registry.SharedRegistry.get;
import static eu.digitalnorth.registry.SharedRegistry.lookUp;
import static eu.digitalnorth.registry.SharedRegistry.personOnTopic;
import static eu.digitalnorth.registry.SharedRegistry.versionOf;
import static eu.digitalnorth.registry.SharedRegistry.versionsOnTopic;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.messaging.envelope.RejectedRecordException;
import eu.digitalnorth.messaging.fixture.ExchangeFixture.Received;
import eu.digitalnorth.messaging.fixture.Personal;
import eu.digitalnorth.messaging.fixture.RawTopics;
import eu.digitalnorth.messaging.topic.TopicCatalogue;
import eu.digitalnorth.registry.RegistryUnderTest.Answer;
import eu.digitalnorth.schemas.register.LifeEvent;
import eu.digitalnorth.schemas.register.LifeEventDetails;
import eu.digitalnorth.schemas.register.LifeEventType;
import eu.digitalnorth.schemas.register.Person;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** What is changed by REST reaches the topics and the other countries. */
@ExtendWith(SharedRegistry.class)
class ChangeIT {
  private static final int MOVES_AT_ONCE = 20;

  @Test
  void anArrivalFromAbroadIsTheNewVersionOneAndReachesTheCountryOfCitizenship() throws Exception {
    JsonNode mover = REGISTRY.persona("fi", "mover").get("person");

    Answer arrival = REGISTRY.post("/api/registers/se/persons", arrivalInUmea(mover));

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
    JsonNode owner = REGISTRY.persona("ee", "owner").get("person");
    Answer first = REGISTRY.post("/api/registers/se/persons", arrivalInUmea(owner));

    Answer second = REGISTRY.post("/api/registers/se/persons", arrivalInUmea(owner));

    assertThat(second.status()).isEqualTo(409);
    assertThat(second.json().get("subject")).isEqualTo(first.json().get("subject"));
  }

  @Test
  void aMoveIsTheNextVersionAndALifeEventInTheOtherCountrysInbox() throws Exception {
    JsonNode emigrant = emigrant("ee", "FI");
    String subject = emigrant.get("subject").asString();
    long before = emigrant.get("version").asLong();

    Answer answer =
        REGISTRY.post("/api/registers/ee/persons/" + subject + "/move", homeIn("Tartu", "51003"));

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
    LifeEventDetails details = detailsOf(told.body());
    assertThat(told.body().getType()).isEqualTo(LifeEventType.MOVE);
    assertThat(details.getNewAddress().getLocality()).isEqualTo("Tartu");
  }

  @Test
  void changesThatComeAtOnceArePublishedInTheOrderOfTheirVersions() throws Exception {
    String subject = REGISTRY.persona("ee", "mover").get("person").get("subject").asString();
    String path = "/api/registers/ee/persons/" + subject + "/move";

    try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < MOVES_AT_ONCE; i++) {
        String home = homeIn("Tartu " + i, "51003");
        clients.submit(() -> REGISTRY.post(path, home));
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

    Answer answer = REGISTRY.post(path, "{\"deceasedOn\":\"2026-11-02\"}");
    Answer again = REGISTRY.post(path, "{\"deceasedOn\":\"2026-11-02\"}");

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
  void whoIsBornInTheFutureCannotArrive() throws Exception {
    String arrival =
        arrivalInUmea(REGISTRY.persona("ee", "bidder").get("person"))
            .replaceFirst("\"dateOfBirth\":\"\\d{4}", "\"dateOfBirth\":\"2999");

    assertThat(REGISTRY.post("/api/registers/se/persons", arrival).status()).isEqualTo(422);
  }

  @Test
  void aCompanyInWindingUpIsTheNextVersion() throws Exception {
    JsonNode company = REGISTRY.persona("ee", "bidder").get("company");
    String subject = company.get("subject").asString();

    Answer answer =
        REGISTRY.post(
            "/api/registers/ee/companies/" + subject + "/status", "{\"status\":\"WINDING_UP\"}");

    assertThat(answer.json().get("version").asLong()).isEqualTo(2);
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(
                        EXCHANGE.messages(
                            TopicCatalogue.COMPANY_CHANGE, CountryCode.of("ee"), subject))
                    .extracting(message -> message.body().getVersion())
                    .containsExactly(1L, 2L));
  }

  /** A citizen of one country whom another's register knows, too, and whom no other test moves. */
  private static JsonNode emigrant(String country, String livesIn) throws Exception {
    for (var raw : EXCHANGE.topics().readAll(country + ".register.person.v1")) {
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

  private static LifeEventDetails detailsOf(LifeEvent told) throws RejectedRecordException {
    return Personal.openedBy(
        FINLAND, told.getDetails(), LifeEventDetails.class, told.getExchangeId());
  }

  private static @Nullable Received<LifeEvent> toldOf(JsonNode person) throws Exception {
    String number = person.get("identifier").asString();
    for (var raw : EXCHANGE.topics().readAll("fi.register.life-event.v1")) {
      if (raw.header("ce_source").orElse("").equals("urn:digital-north:ee:registry")) {
        for (var told :
            EXCHANGE.messages(
                TopicCatalogue.LIFE_EVENT, FINLAND, String.valueOf(RawTopics.keyOf(raw)))) {
          LifeEventDetails details = detailsOf(told.body());
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
}
