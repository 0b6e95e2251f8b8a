package eu.digitalnorth.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.digitalnorth.messaging.codec.PersonalParts;
import eu.digitalnorth.messaging.lifecycle.ExchangeLifecycle;
import eu.digitalnorth.schemas.eid.Attestation;
import eu.digitalnorth.schemas.evidence.DiplomaEvidence;
import eu.digitalnorth.schemas.evidence.EvidenceProvided;
import eu.digitalnorth.schemas.evidence.EvidenceRequest;
import eu.digitalnorth.schemas.evidence.EvidenceResponse;
import eu.digitalnorth.schemas.evidence.Subject;
import eu.digitalnorth.schemas.wire.Authority;
import eu.digitalnorth.testservers.TestServers;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecordBase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Estonia's evidence service, seen from outside: what goes into its topics and what comes out. */
class EvidenceIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Authority POPULATION_REGISTER =
      new Authority("EE", "EE:population-register", "Siseministeerium");
  private static final Authority BUSINESS_REGISTER =
      new Authority("EE", "EE:business-register", "Tartu Maakohtu registriosakond");
  private static final Authority TAX_ADMINISTRATION =
      new Authority("EE", "EE:tax-administration", "Maksu- ja Tolliamet");
  private static final Authority EDUCATION_AUTHORITY =
      new Authority("EE", "EE:education-authority", "Eesti Hariduse Infosüsteem");

  private static final TestServers SERVERS = TestServers.shared();
  private static Surroundings surroundings;
  private static ConfigurableApplicationContext service;

  @BeforeAll
  static void startTheServiceOfEstonia() {
    surroundings = Surroundings.of(SERVERS);
    surroundings.register(Fixtures.student(), 1);
    surroundings.register(Fixtures.withoutDiploma(), 1);
    surroundings.register(Fixtures.company(), 1);
    Map<String, String> properties = SERVERS.properties("evidence");
    List<String> arguments = new ArrayList<>();
    properties.forEach((name, value) -> arguments.add("--" + name + "=" + value));
    arguments.addAll(
        List.of("--spring.config.name=evidence", "--exchange.countries=ee", "--server.port=0"));
    service =
        new SpringApplicationBuilder(EvidenceApplication.class)
            .run(arguments.toArray(String[]::new));
    await().atMost(PATIENCE).until(() -> service.getBean(ExchangeLifecycle.class).isOpen());
  }

  @AfterAll
  static void stop() throws InterruptedException {
    service.close();
    surroundings.close();
  }

  @Test
  void aDiplomaIsProvidedForAnApplicationToAUniversity() throws Exception {
    Attestation attestation = Fixtures.attestation(UUID.randomUUID());
    EvidenceRequest request = Fixtures.request(attestation);

    EvidenceResponse response = answerTo(request);

    assertProvided(
        response,
        request,
        EDUCATION_AUTHORITY,
        new DiplomaEvidence(
            studentAsSubject(),
            List.of(Fixtures.bachelor(), Fixtures.master()),
            "Eesti Hariduse Infosüsteem"));
  }

  private static EvidenceResponse answerTo(EvidenceRequest request) {
    surroundings.ask(request);
    return answerIn(request.getExchangeId());
  }

  private static EvidenceResponse answerIn(UUID exchangeId) {
    await().atMost(PATIENCE).until(() -> !surroundings.responses(exchangeId).isEmpty());
    return surroundings.response(exchangeId);
  }

  private static Subject studentAsSubject() {
    return new Subject(
        Fixtures.PERSON_SCHEME, Fixtures.STUDENT, "Mägi", "Õie", LocalDate.of(2000, 1, 1));
  }

  /** Compares the whole answer; only its ids and its time are taken from it. */
  private static void assertProvided(
      EvidenceResponse response,
      EvidenceRequest request,
      Authority provider,
      SpecificRecordBase evidence) {
    EvidenceProvided provided = response.getProvided();
    assertThat(response)
        .isEqualTo(
            new EvidenceResponse(
                request.getExchangeId(),
                response.getRequestId(),
                response.getEvidenceResponseId(),
                response.getIssuedAt(),
                provider,
                request.getRequester(),
                request.getEvidenceType(),
                new EvidenceProvided(
                    provided.getIdentifier(),
                    provider,
                    evidence.getSchema().getFullName(),
                    LocalDate.ofInstant(response.getIssuedAt(), ZoneOffset.UTC),
                    "application/avro",
                    PersonalParts.seal(evidence)),
                null));
  }
}
