package eu.digitalnorth.registry;

import static eu.digitalnorth.registry.SharedRegistry.EXCHANGE;
import static eu.digitalnorth.registry.SharedRegistry.PATIENCE;
import static eu.digitalnorth.registry.SharedRegistry.REGISTRY;
import static eu.digitalnorth.registry.SharedRegistry.clearText;
import static eu.digitalnorth.registry.SharedRegistry.lookUpBody;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.digitalnorth.messaging.envelope.RawRecord;
import eu.digitalnorth.messaging.fixture.RawTopics;
import eu.digitalnorth.registry.RegistryUnderTest.Answer;
import eu.digitalnorth.schemas.register.CompanyChange;
import eu.digitalnorth.schemas.register.PersonChange;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** What the registers of Estonia, Finland and Sweden begin with, and how they are asked. */
@ExtendWith(SharedRegistry.class)
class RegistryIT {
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
    JsonNode person = REGISTRY.persona("ee", "student").get("person");
    List<String> personal =
        List.of(
            person.get("identifier").asString(),
            person.get("familyName").asString(),
            person.get("address").get("streetAddress").asString());

    for (RawRecord raw : EXCHANGE.topics().readAll("ee.register.person.v1")) {
      assertThat(clearText(raw)).doesNotContain(personal);
    }
  }

  @Test
  void aRestartPublishesNothingAgain() {
    int before = EXCHANGE.topics().readAll("ee.register.company.v1").size();

    REGISTRY.restart();
    await().atMost(PATIENCE).until(REGISTRY::isReady);

    assertThat(EXCHANGE.topics().readAll("ee.register.company.v1")).hasSize(before);
  }

  @Test
  void aPersonIsFoundByItsNumberHoweverItIsWritten() throws Exception {
    JsonNode person = REGISTRY.persona("se", "mover").get("person");
    String number = person.get("identifier").asString();
    String written = number.substring(0, 8) + "-" + number.substring(8);

    Answer answer =
        REGISTRY.post(
            "/api/registers/se/persons/lookup",
            "{\"scheme\":\"se-personnummer\",\"identifier\":\"" + written + "\"}");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json()).isEqualTo(person);
  }

  @Test
  void errorsAreProblemDetailsThatRepeatNothing() throws Exception {
    String secret = "16822548834";
    List<Answer> answers =
        List.of(
            REGISTRY.post("/api/registers/xx/persons/lookup", lookUpBody("x", secret)),
            REGISTRY.post(
                "/api/registers/ee/persons/lookup", lookUpBody("no-fodselsnummer", secret)),
            REGISTRY.post("/api/registers/ee/persons/lookup", lookUpBody("ee-isikukood", secret)),
            REGISTRY.post("/api/registers/ee/persons/lookup", "{\"scheme\":\"" + secret),
            REGISTRY.post("/api/registers/ee/persons/lookup", "{\"name\":\"" + secret + "\"}"),
            REGISTRY.post("/api/registers/ee/persons", "{\"dateOfBirth\":\"" + secret + "\"}"),
            REGISTRY.get("/api/registers/ee/persons/" + secret));

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

  private static List<String> keysOfFirstVersions(String topic) {
    return EXCHANGE.topics().readAll(topic).stream()
        .filter(raw -> isFirstVersion(raw))
        .map(raw -> String.valueOf(RawTopics.keyOf(raw)))
        .toList();
  }

  private static boolean isFirstVersion(RawRecord raw) {
    try {
      return raw.topic().contains("person")
          ? EXCHANGE.codec().decode(raw.topic(), raw.value(), PersonChange.class).getVersion() == 1
          : EXCHANGE.codec().decode(raw.topic(), raw.value(), CompanyChange.class).getVersion()
              == 1;
    } catch (Exception e) {
      throw new AssertionError("Unreadable record on " + raw.topic(), e);
    }
  }
}
