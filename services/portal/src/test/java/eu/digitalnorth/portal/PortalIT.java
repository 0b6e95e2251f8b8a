package eu.digitalnorth.portal;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.messaging.fixture.ExchangeFixture.Received;
import eu.digitalnorth.messaging.fixture.Personal;
import eu.digitalnorth.messaging.fixture.TestAttestation;
import eu.digitalnorth.portal.testing.Estonia;
import eu.digitalnorth.portal.testing.Portal;
import eu.digitalnorth.portal.testing.Requests;
import eu.digitalnorth.portal.testing.World;
import eu.digitalnorth.schemas.eid.AttestationRefusalReason;
import eu.digitalnorth.schemas.eid.AttestationRequest;
import eu.digitalnorth.schemas.eid.LoginHint;
import eu.digitalnorth.schemas.evidence.EdmErrorCode;
import eu.digitalnorth.schemas.evidence.EvidenceRequest;
import eu.digitalnorth.schemas.wire.LevelOfAssurance;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** How exchanges go, the test being Estonia. */
class PortalIT {
  private final World world = World.shared();
  private final Portal portal = world.norway();
  private final Estonia estonia = new Estonia(world, "NO");

  @Test
  void anExchangeBeginsWithAnAttestationRequestThatSaysWhatWasAsked() throws Exception {
    UUID exchange = portal.start(Requests.diploma());

    Received<AttestationRequest> request = estonia.attestationRequest(exchange);

    AttestationRequest body = request.body();
    assertThat(body.getRequester().getId()).isEqualTo("NO:university-admissions");
    assertThat(body.getRequester().getName()).isEqualTo("Samordna opptak");
    assertThat(body.getAttestingCountry()).isEqualTo("EE");
    assertThat(body.getLevelOfAssurance()).isEqualTo(LevelOfAssurance.HIGH);
    assertThat(body.getExpiresAt()).isEqualTo(body.getIssuedAt().plusSeconds(300));
    LoginHint hint =
        Personal.openedBy(CountryCode.of("ee"), body.getLoginHint(), LoginHint.class, exchange);
    assertThat(hint.getIdentifier()).isEqualTo(Requests.STUDENT);
    assertThat(request.envelope().source()).hasToString("urn:digital-north:no:portal");
    assertThatJson(portal.show(exchange))
        .isObject()
        .containsEntry("state", "ATTESTATION_REQUESTED")
        .doesNotContainKeys("attestation", "refusal", "endedAt");
  }

  @Test
  void anExchangeCompletesWhenItsEvidenceIsProvided() {
    UUID exchange = portal.start(Requests.diploma());
    estonia.send(estonia.issued(estonia.attestationRequest(exchange), asAsked()));

    Received<EvidenceRequest> request = estonia.evidenceRequests(exchange, 1).getFirst();
    estonia.send(estonia.provided(request));

    String shown = portal.await(exchange, "COMPLETED");
    assertThatJson(shown).node("evidence[0].state").isEqualTo("PROVIDED");
    assertThatJson(shown).node("evidence[0].issuingAuthority").isString().startsWith("Eesti");
    assertThatJson(shown).node("attestation.levelOfAssurance").isEqualTo("high");
    assertThatJson(shown)
        .inPath("timeline[*].kind")
        .isArray()
        .containsExactly(
            "ATTESTATION_REQUESTED",
            "ATTESTATION_ANSWERED",
            "EVIDENCE_REQUESTED",
            "EVIDENCE_ANSWERED",
            "ENDED");
    assertThat(shown).doesNotContain(Requests.STUDENT, "Tamm", "Mart");
  }

  @Test
  void anEvidenceRequestCarriesTheAttestationAsItCameSealedForTheProvider() throws Exception {
    UUID exchange = portal.start(Requests.diploma());
    Received<AttestationRequest> asked = estonia.attestationRequest(exchange);
    TestAttestation attestation = estonia.attestation(asked);
    String token = attestation.token();
    estonia.send(estonia.issued(asked, attestation, token));

    EvidenceRequest request = estonia.evidenceRequests(exchange, 1).getFirst().body();

    assertThat(
            Personal.attestationOpenedBy(CountryCode.of("EE"), request.getAttestation(), exchange))
        .isEqualTo(token);
    assertThat(request.getAttestationId()).isEqualTo(attestation.id);
    assertThat(request.getProviderCountry()).isEqualTo("EE");
    assertThat(request.getSpecification()).isEqualTo("oots-edm:v2.0");
    assertThat(request.getExplicitRequestGiven()).isTrue();
  }

  @Test
  void twoEvidencesAreAskedForAtOnceAndBothAwaited() {
    UUID exchange = portal.start(Requests.diplomaAndBirth());
    estonia.send(estonia.issued(estonia.attestationRequest(exchange), asAsked()));
    List<Received<EvidenceRequest>> requests = estonia.evidenceRequests(exchange, 2);

    estonia.send(estonia.provided(requests.get(1)));
    Awaitility.await()
        .untilAsserted(
            () ->
                assertThatJson(portal.show(exchange))
                    .inPath("evidence[*].state")
                    .isArray()
                    .contains("PROVIDED"));
    assertThatJson(portal.show(exchange)).node("state").isEqualTo("EVIDENCE_REQUESTED");
    estonia.send(estonia.provided(requests.get(0)));

    portal.await(exchange, "COMPLETED");
  }

  @Test
  void oneRefusedEvidenceRefusesTheExchangeOnceAllAreAnswered() {
    UUID exchange = portal.start(Requests.diplomaAndBirth());
    estonia.send(estonia.issued(estonia.attestationRequest(exchange), asAsked()));
    List<Received<EvidenceRequest>> requests = estonia.evidenceRequests(exchange, 2);

    estonia.send(estonia.refused(requests.get(0), EdmErrorCode.EDM_ERR_0004, "EVIDENCE_NOT_FOUND"));
    estonia.send(estonia.provided(requests.get(1)));

    String shown = portal.await(exchange, "REFUSED");
    assertThatJson(shown).node("refusal.stage").isEqualTo("EVIDENCE");
    assertThatJson(shown).node("refusal.code").isEqualTo("\"EDM:ERR:0004\"");
    assertThatJson(shown).node("refusal.reason").isEqualTo("EVIDENCE_NOT_FOUND");
    assertThatJson(shown)
        .inPath("evidence[*].state")
        .isArray()
        .containsExactlyInAnyOrder("PROVIDED", "REFUSED");
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "UNKNOWN")
  void aRefusedAttestationRefusesTheExchange(AttestationRefusalReason reason) {
    UUID exchange = portal.start(Requests.diploma());

    estonia.send(estonia.refused(estonia.attestationRequest(exchange), reason));

    String shown = portal.await(exchange, "REFUSED");
    assertThatJson(shown).node("refusal.stage").isEqualTo("ATTESTATION");
    assertThatJson(shown).node("refusal.reason").isEqualTo(reason.name());
  }

  @ParameterizedTest
  @EnumSource(Spoiled.class)
  void anAttestationThatIsNotAsAskedIsRefusedByThePortal(Spoiled spoiled) {
    UUID exchange = portal.start(Requests.diploma());

    estonia.send(estonia.issued(estonia.attestationRequest(exchange), spoiled.how));

    String shown = portal.await(exchange, "REFUSED");
    assertThatJson(shown).node("refusal.stage").isEqualTo("PORTAL");
    assertThatJson(shown).node("refusal.reason").isEqualTo("ATTESTATION_NOT_AS_ASKED");
  }

  @Test
  void anAttestationThatWasAlteredIsRefusedByThePortal() {
    UUID exchange = portal.start(Requests.diploma());
    Received<AttestationRequest> asked = estonia.attestationRequest(exchange);
    TestAttestation attestation = estonia.attestation(asked);
    String[] good = attestation.token().split("\\.");
    String[] other = attestation.of("ee-isikukood", "EE/NO/60001017869").token().split("\\.");

    estonia.send(estonia.issued(asked, attestation, good[0] + '.' + other[1] + '.' + good[2]));

    String shown = portal.await(exchange, "REFUSED");
    assertThatJson(shown).node("refusal.reason").isEqualTo("ATTESTATION_NOT_AS_ASKED");
    assertThat(shown).contains("is not what its issuer signed");
  }

  @Test
  void theTypedRefusalOfAnExpiredRequestIsWaitedFor() {
    UUID exchange = portal.start(Requests.diplomaWithin("PT0.001S"));

    estonia.send(
        estonia.refused(
            estonia.attestationRequest(exchange), AttestationRefusalReason.EXPIRED_TOKEN));

    String shown = portal.await(exchange, "REFUSED");
    assertThatJson(shown).node("refusal.code").isEqualTo("EXPIRED_TOKEN");
  }

  @Test
  void anExchangeThatNobodyAnswersExpires() {
    UUID exchange = portal.start(Requests.diplomaWithin("PT0.001S"));

    String shown = portal.await(exchange, "EXPIRED");

    assertThatJson(shown).node("timeline[1].outcome").isEqualTo("EXPIRED");
  }

  private static Consumer<TestAttestation> asAsked() {
    return attestation -> {};
  }

  enum Spoiled {
    LOWER_LEVEL(a -> a.level = eu.digitalnorth.country.LevelOfAssurance.SUBSTANTIAL.uri()),
    OTHER_EXCHANGE(a -> a.exchangeId = UUID.randomUUID()),
    OTHER_AUDIENCE(a -> a.audience = "NO:study-finance"),
    OTHER_ISSUER(a -> a.issuingCountry = CountryCode.of("LV")),
    OTHER_VALIDITY(a -> a.expiresAt = a.expiresAt.plusSeconds(1)),
    OVER(a -> a.expiresAt = a.issuedAt.minusSeconds(1));

    private final Consumer<TestAttestation> how;

    Spoiled(Consumer<TestAttestation> how) {
      this.how = how;
    }
  }
}
