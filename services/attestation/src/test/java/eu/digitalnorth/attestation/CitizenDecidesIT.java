package eu.digitalnorth.attestation;

import static eu.digitalnorth.attestation.AttestationUnderTest.ESTONIA;
import static eu.digitalnorth.attestation.AttestationUnderTest.LITHUANIA;
import static org.assertj.core.api.Assertions.assertThat;

import eu.digitalnorth.messaging.envelope.RawRecord;
import eu.digitalnorth.messaging.fixture.ExchangeFixture.Received;
import eu.digitalnorth.messaging.topic.TopicCatalogue;
import eu.digitalnorth.restsecurity.caller.OfficerRole;
import eu.digitalnorth.restsecurity.fixture.TestIssuer;
import eu.digitalnorth.schemas.eid.AttestationRefusalReason;
import eu.digitalnorth.schemas.eid.AttestationRequest;
import eu.digitalnorth.schemas.eid.AttestationResponse;
import eu.digitalnorth.schemas.eid.AttestationStatus;
import eu.digitalnorth.schemas.eid.Status;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The manual policy, and revocation. */
class CitizenDecidesIT {
  private static final AttestationUnderTest attestation = new AttestationUnderTest();

  @BeforeAll
  static void theServiceAnswers() {
    attestation.ask(estonian());
  }

  @AfterAll
  static void stop() {
    attestation.close();
  }

  @Test
  void theCitizenSeesWhoAsksForWhat() {
    AttestationRequest request =
        lithuanian().setRequestedAttributes(List.of("PlaceOfBirth", "Gender")).build();

    JsonNode shown = pending(request);

    assertThat(shown.get("state").asString()).isEqualTo("pending");
    assertThat(shown.get("requester").asString()).isEqualTo("NO:university-admissions");
    assertThat(shown.get("requesterName").asString()).isEqualTo("Samordna opptak");
    assertThat(shown.get("levelOfAssurance").asString()).isEqualTo("high");
    assertThat(shown.get("bindingMessage").asString()).isEqualTo("W4SCT");
    assertThat(shown.get("attributes").toString()).isEqualTo("[\"Gender\",\"PlaceOfBirth\"]");
    assertThat(shown.get("subject").asString())
        .isEqualTo(
            attestation.lithuanians.pseudonym(
                "lt-asmens-kodas", attestation.lithuanians.citizen()));
    assertThat(shown.toString()).doesNotContain(attestation.lithuanians.citizen());
  }

  @Test
  void nothingIsAnsweredUntilTheCitizenApproves() {
    AttestationRequest request = lithuanian().build();
    String authReqId = id(pending(request));
    assertThat(attestation.answersSoFar(request)).isEmpty();

    JsonNode approved = attestation.app.ok(attestation.app.approve("lt", authReqId));

    assertThat(approved.get("state").asString()).isEqualTo("approved");
    assertThat(attestation.answer(request).getIssued()).isNotNull();
  }

  @Test
  void aDenialIsARefusal() {
    AttestationRequest request = lithuanian().build();

    attestation.app.ok(attestation.app.deny("lt", id(pending(request))));

    AttestationResponse response = attestation.answer(request);
    assertThat(response.getRefused().getReason()).isEqualTo(AttestationRefusalReason.ACCESS_DENIED);
    assertThat(response.getRefused().getSubStatusCode()).isEqualTo("RequestDenied");
  }

  @Test
  void approvingTwiceIsAConflict() {
    AttestationRequest request = lithuanian().build();
    String authReqId = id(pending(request));
    attestation.app.ok(attestation.app.approve("lt", authReqId));

    HttpResponse<String> again = attestation.app.approve("lt", authReqId);

    assertThat(again.statusCode()).isEqualTo(409);
    assertThat(again.headers().firstValue("content-type")).contains("application/problem+json");
  }

  @Test
  void ofManyWhoDecideAtTheSameTimeOneDoes() throws Exception {
    AttestationRequest request = lithuanian().build();
    String authReqId = id(pending(request));

    List<Integer> statuses = new ArrayList<>();
    try (ExecutorService citizens = Executors.newFixedThreadPool(8)) {
      Callable<Integer> approve = () -> attestation.app.approve("lt", authReqId).statusCode();
      for (Future<Integer> answer : citizens.invokeAll(Collections.nCopies(8, approve))) {
        statuses.add(answer.get());
      }
    }

    assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 409);
    attestation.answers(request, 1);
    attestation.ask(estonian());
    assertThat(attestation.answersSoFar(request)).hasSize(1);
  }

  @Test
  void approvingWhatWasDeniedIsAConflict() {
    AttestationRequest request = lithuanian().build();
    String authReqId = id(pending(request));
    attestation.app.ok(attestation.app.deny("lt", authReqId));

    assertThat(attestation.app.approve("lt", authReqId).statusCode()).isEqualTo(409);
  }

  @Test
  void aPendingOneExpiresByItselfAndCanNoLongerBeApproved() {
    AttestationRequest request = lithuanian().setExpiresAt(Instant.now().plusSeconds(5)).build();
    String authReqId = id(pending(request));

    AttestationResponse response = attestation.answer(request);

    assertThat(response.getRefused().getReason()).isEqualTo(AttestationRefusalReason.EXPIRED_TOKEN);
    assertThat(response.getIssuedAt()).isAfterOrEqualTo(request.getExpiresAt());
    assertThat(attestation.app.approve("lt", authReqId).statusCode()).isEqualTo(409);
  }

  @Test
  void aRedeliveredRequestStartsNoSecondAuthentication() {
    AttestationRequest request = lithuanian().build();
    RawRecord message = attestation.message(request);
    attestation.send(message);
    String authReqId = id(awaitPending(request));

    attestation.send(message);
    attestation.app.ok(attestation.app.approve("lt", authReqId));
    attestation.answers(request, 1);
    attestation.send(message);

    List<Received<AttestationResponse>> answers = attestation.answers(request, 2);
    assertThat(answers.get(1).raw().value()).isEqualTo(answers.get(0).raw().value());
    assertThat(attestation.app.of("lt", request.getExchangeId())).hasSize(1);
  }

  @Test
  void aRequestForSomebodyUnknownIsRefusedWithoutAskingAnybody() {
    AttestationRequest request =
        attestation
            .request(LITHUANIA, attestation.lithuanians, attestation.lithuanians.nobody())
            .build();

    assertThat(attestation.ask(request).getRefused().getReason())
        .isEqualTo(AttestationRefusalReason.UNKNOWN_SUBJECT);
    assertThat(attestation.app.of("lt", request.getExchangeId())).isEmpty();
  }

  @Test
  void anUnknownAuthenticationIsNotFound() {
    assertThat(attestation.app.approve("lt", UUID.randomUUID().toString()).statusCode())
        .isEqualTo(404);
  }

  @Test
  void anAuthenticationIsFoundInItsOwnCountryOnly() {
    String authReqId = id(pending(lithuanian().build()));

    assertThat(attestation.app.approve("ee", authReqId).statusCode()).isEqualTo(404);
  }

  @Test
  void aProblemDoesNotRepeatWhatWasAskedFor() {
    HttpResponse<String> response = attestation.app.approve("lt", "39901012239");

    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(attestation.app.get("se/authentications").statusCode()).isEqualTo(403);
    assertThat(attestation.app.get("lt/authentications?state=asleep").statusCode()).isEqualTo(400);
  }

  @Test
  void aRevocationIsToldToEverybodyOnce() {
    AttestationResponse issued = attestation.ask(estonian());
    UUID id = issued.getIssued().getAttestationId();

    JsonNode revoked = attestation.app.ok(attestation.app.revoke("ee", id));
    JsonNode again = attestation.app.ok(attestation.app.revoke("ee", id));

    assertThat(again).isEqualTo(revoked);
    AttestationStatus published =
        AttestationUnderTest.patiently()
            .until(() -> statuses(id), found -> !found.isEmpty())
            .getFirst()
            .body();
    assertThat(published)
        .isEqualTo(
            AttestationStatus.newBuilder()
                .setAttestationId(id)
                .setCountry("EE")
                .setStatus(Status.INVALID)
                .setChangedAt(Instant.parse(revoked.get("revokedAt").asString()))
                .setValidUntil(issued.getIssued().getValidUntil())
                .build());
    attestation.ask(estonian());
    assertThat(statuses(id)).hasSize(1);
  }

  @Test
  void anUnknownAttestationCannotBeRevoked() {
    assertThat(attestation.app.revoke("ee", UUID.randomUUID()).statusCode()).isEqualTo(404);
  }

  @Test
  void nobodyInParticularSeesDecidesAndRevokesNothing() {
    AttestationRequest request = lithuanian().build();
    String authReqId = id(pending(request));
    UUID attestationId = attestation.ask(estonian()).getIssued().getAttestationId();
    EidApp nobody = attestation.appOfNobody();

    assertThat(nobody.get("lt/authentications").statusCode()).isEqualTo(401);
    assertThat(nobody.get("lt/authentications/" + authReqId).statusCode()).isEqualTo(401);
    assertThat(nobody.approve("lt", authReqId).statusCode()).isEqualTo(401);
    assertThat(nobody.deny("lt", authReqId).statusCode()).isEqualTo(401);
    assertThat(nobody.revoke("ee", attestationId).statusCode()).isEqualTo(401);
    assertThat(statuses(attestationId)).isEmpty();
    attestation.app.ok(attestation.app.approve("lt", authReqId));
  }

  @Test
  void anotherCitizenSeesAndDecidesNothing() {
    AttestationRequest request = lithuanian().build();
    String authReqId = id(pending(request));
    EidApp other =
        attestation.appOf(attestation.lithuanians.token(attestation.lithuanians.owner()));

    assertThat(other.of("lt", request.getExchangeId())).isEmpty();
    assertThat(other.get("lt/authentications/" + authReqId).statusCode()).isEqualTo(404);
    assertThat(other.approve("lt", authReqId).statusCode()).isEqualTo(404);
    assertThat(other.deny("lt", authReqId).statusCode()).isEqualTo(404);
    attestation.app.ok(attestation.app.approve("lt", authReqId));
  }

  @Test
  void aCitizenOfAnotherCountryIsRefused() {
    EidApp other = attestation.appOf(attestation.estonians.token(attestation.estonians.citizen()));

    assertThat(other.get("lt/authentications").statusCode()).isEqualTo(403);
  }

  @Test
  void anOfficerIsNoCitizen() {
    EidApp officer =
        attestation.appOf(
            TestIssuer.shared().officer("LT:population-register", OfficerRole.values()));

    assertThat(officer.get("lt/authentications").statusCode()).isEqualTo(403);
  }

  @Test
  void onlyTheHolderAndTheIssuersOfficersRevoke() {
    UUID id = attestation.ask(estonian()).getIssued().getAttestationId();
    TestIssuer issuer = TestIssuer.shared();
    String neighbour = attestation.estonians.token(attestation.estonians.owner());
    String norwegian = issuer.officer("NO:population-register", OfficerRole.EID_ISSUER);
    String requester = issuer.officer("EE:university-admissions", OfficerRole.REQUESTER);
    String officer = issuer.officer("EE:population-register", OfficerRole.EID_ISSUER);

    assertThat(attestation.appOf(neighbour).revoke("ee", id).statusCode()).isEqualTo(404);
    assertThat(attestation.appOf(norwegian).revoke("ee", id).statusCode()).isEqualTo(403);
    assertThat(attestation.appOf(requester).revoke("ee", id).statusCode()).isEqualTo(403);
    assertThat(statuses(id)).isEmpty();
    assertThat(attestation.appOf(officer).revoke("ee", id).statusCode()).isEqualTo(200);
  }

  private static AttestationRequest estonian() {
    return attestation
        .request(ESTONIA, attestation.estonians, attestation.estonians.citizen())
        .build();
  }

  private static AttestationRequest.Builder lithuanian() {
    return attestation.request(
        LITHUANIA, attestation.lithuanians, attestation.lithuanians.citizen());
  }

  private static JsonNode pending(AttestationRequest request) {
    attestation.send(attestation.message(request));
    return awaitPending(request);
  }

  private static JsonNode awaitPending(AttestationRequest request) {
    return AttestationUnderTest.patiently()
        .until(
            () -> attestation.app.pending("lt", request.getExchangeId()), list -> list.size() == 1)
        .get(0);
  }

  private static String id(JsonNode authentication) {
    return authentication.get("authReqId").asString();
  }

  private static List<Received<AttestationStatus>> statuses(UUID attestationId) {
    return attestation.exchange.messages(
        TopicCatalogue.ATTESTATION_STATUS, ESTONIA, attestationId.toString());
  }
}
