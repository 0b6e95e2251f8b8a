package eu.digitalnorth.attestation;

import static eu.digitalnorth.attestation.AttestationUnderTest.ESTONIA;
import static eu.digitalnorth.attestation.AttestationUnderTest.LITHUANIA;
import static eu.digitalnorth.attestation.AttestationUnderTest.patiently;
import static org.assertj.core.api.Assertions.assertThat;

import eu.digitalnorth.attestation.authentication.StatusPlace;
import eu.digitalnorth.messaging.fixture.Personal;
import eu.digitalnorth.messaging.topic.TopicCatalogue;
import eu.digitalnorth.schemas.audit.AuditEvent;
import eu.digitalnorth.schemas.eid.AttestationRefusalReason;
import eu.digitalnorth.schemas.eid.AttestationRequest;
import eu.digitalnorth.schemas.eid.AttestationResponse;
import eu.digitalnorth.schemas.eid.AttestationStatus;
import eu.digitalnorth.trust.attestation.Attestation;
import eu.digitalnorth.trust.key.KeyId;
import eu.digitalnorth.trust.key.KeyPurpose;
import eu.digitalnorth.trust.key.KeyStatement;
import eu.digitalnorth.trust.status.Status;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is told of attestations after they were issued. */
class StatusListIT {
  private static final AttestationUnderTest attestation = new AttestationUnderTest();

  @BeforeAll
  static void theServiceAnswers() {
    ask();
  }

  @AfterAll
  static void stop() {
    attestation.close();
  }

  @Test
  void anAttestationRefersToAListThatIsPublishedAndSaysThatItIsValid() {
    attestation.awaitStatus(AttestationUnderTest.verified(ask()), Status.VALID);
  }

  @Test
  void theListIsServedToEverybodyAsItWasPublishedLast() {
    Attestation inside = AttestationUnderTest.verified(ask());
    attestation.awaitStatus(inside, Status.VALID);
    String path = URI.create(inside.status().uri()).getPath().replace("/api/eid/", "");
    EidApp nobody = attestation.appOfNobody();

    HttpResponse<String> response = nobody.get(path);

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("content-type"))
        .contains("application/statuslist+jwt");
    assertThat(response.body()).isEqualTo(attestation.lists(inside).getLast().getToken());
  }

  @Test
  void nothingElseIsServedToEverybody() {
    EidApp nobody = attestation.appOfNobody();

    assertThat(nobody.get("ee/status-lists/999").statusCode()).isEqualTo(404);
    assertThat(nobody.get("ee/status-lists/x").statusCode()).isEqualTo(404);
    assertThat(nobody.get("se/status-lists/0").statusCode()).isEqualTo(404);
    assertThat(nobody.get("ee/status-lists").statusCode()).isEqualTo(401);
    assertThat(nobody.get("ee/authentications").statusCode()).isEqualTo(401);
  }

  @Test
  void theDeathOfTheHolderRevokesAllThatIsValidOnceAndOthersNot() {
    AttestationResponse first = attestation.ask(mortal());
    AttestationResponse second = attestation.ask(mortal());
    Attestation other = AttestationUnderTest.verified(ask());

    attestation.estonians.registerDeath();

    attestation.awaitStatus(AttestationUnderTest.verified(first), Status.INVALID);
    attestation.awaitStatus(AttestationUnderTest.verified(second), Status.INVALID);
    assertThat(attestation.status(other)).contains(Status.VALID);
    patiently()
        .until(
            () -> attestation.ask(mortal()).getRefused(),
            refused ->
                refused != null
                    && refused.getReason() == AttestationRefusalReason.SUBJECT_DECEASED);
    assertThat(attestation.ledger(first.getExchangeId(), 4))
        .extracting(AuditEvent::getOutcome)
        .containsOnlyOnce("REVOKED_ON_DEATH");
  }

  @Test
  void anAttestationThatWasDecidedOnBeforeTheDeathWasKnownIsRevokedToo() {
    AttestationResponse response =
        attestation.ask(attestation.requestFor(attestation.estonians.owner()).build());
    Attestation inside = AttestationUnderTest.verified(response);
    attestation.awaitStatus(inside, Status.VALID);
    String subject = attestation.estonians.pseudonym("ee-isikukood", attestation.estonians.owner());

    // As if the register's row had come between decision and commit: noted, and nothing more.
    attestation
        .jdbc()
        .sql("insert into deceased_holder values ('ee', :subject, now())")
        .param("subject", subject)
        .update();

    attestation.awaitStatus(inside, Status.INVALID);
    attestation
        .jdbc()
        .sql("delete from deceased_holder where subject = :subject")
        .param("subject", subject)
        .update();
  }

  @Test
  void ofManyInstancesNoneBuriesWhatAnotherPublished() throws Exception {
    List<Attestation> issued = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      issued.add(AttestationUnderTest.verified(ask()));
    }
    List<Integer> answers = new ArrayList<>();
    try (ConfigurableApplicationContext second = attestation.secondInstance();
        ExecutorService citizens = Executors.newFixedThreadPool(8)) {
      List<EidApp> apps = List.of(attestation.app, attestation.appOf(second));
      List<Callable<Integer>> revocations = new ArrayList<>();
      for (int i = 0; i < issued.size(); i++) {
        UUID id = UUID.fromString(issued.get(i).id());
        EidApp app = apps.get(i % 2);
        revocations.add(() -> app.revoke("ee", id).statusCode());
      }
      for (Future<Integer> answer : citizens.invokeAll(revocations)) {
        answers.add(answer.get());
      }
    }

    assertThat(answers).hasSize(20).containsOnly(200);
    issued.forEach(one -> attestation.awaitStatus(one, Status.INVALID));
    assertThat(attestation.lists(issued.getFirst()))
        .extracting(AttestationStatus::getIssuedAt)
        .isSorted()
        .doesNotHaveDuplicates();
  }

  @Test
  void aFullListIsFollowedByAnotherThatIsPublished() {
    attestation
        .jdbc()
        .sql("select setval('attestation_place', :last)")
        .param("last", 3L * StatusPlace.LIST_SIZE - 2)
        .query(Long.class)
        .single();

    Attestation last = AttestationUnderTest.verified(ask());
    Attestation next = AttestationUnderTest.verified(ask());

    assertThat(last.status().uri()).endsWith("/ee/status-lists/2");
    assertThat(last.status().index()).isEqualTo(StatusPlace.LIST_SIZE - 1);
    assertThat(next.status().uri()).endsWith("/ee/status-lists/3");
    assertThat(next.status().index()).isZero();
    attestation.awaitStatus(last, Status.VALID);
    attestation.awaitStatus(next, Status.VALID);
  }

  @Test
  void listsThatARevokedKeySignedArePublishedAnew() {
    String list = attestation.list(LITHUANIA, 0);
    patiently().until(() -> !published(list).isEmpty());
    KeyId key = keyId(published(list).getLast());

    Personal.keys().operate(LITHUANIA).revoke(key);
    attestation.exchange.publishKeys(LITHUANIA, Personal.keys());

    patiently().until(() -> !keyId(published(list).getLast()).equals(key));
    assertThat(
            Personal.keys().operate(LITHUANIA).statements().stream()
                .map(KeyStatement::claim)
                .filter(claim -> claim.use().purpose() == KeyPurpose.STATUS_SIGNATURE)
                .filter(claim -> claim.revokedAt() == null))
        .extracting(claim -> claim.keyId())
        .containsExactly(keyId(published(list).getLast()));
  }

  @Test
  @EnabledIf(
      value = "eu.digitalnorth.attestation.NodeVerifier#isInstalled",
      disabledReason = "npm ci was not run in docs/clients/node")
  void anImplementationThatIsNotOursVerifiesWhatIsIssued() {
    AttestationResponse response = ask();
    Attestation inside = AttestationUnderTest.verified(response);
    attestation.awaitStatus(inside, Status.VALID);
    String token = AttestationUnderTest.token(response);

    NodeVerifier.Answer good =
        NodeVerifier.verify(ESTONIA, token, attestation.lists(inside).getLast().getToken());
    attestation.app.ok(attestation.app.revoke("ee", UUID.fromString(inside.id())));
    attestation.awaitStatus(inside, Status.INVALID);
    NodeVerifier.Answer revoked =
        NodeVerifier.verify(ESTONIA, token, attestation.lists(inside).getLast().getToken());

    assertThat(good.exitCode()).as(good.output()).isZero();
    assertThat(good.output()).contains("Õunapuu", "urn:eudi:pid:1").doesNotContain("Tartu");
    assertThat(revoked).isEqualTo(new NodeVerifier.Answer(1, "refused: Status is not valid"));
  }

  private static List<AttestationStatus> published(String list) {
    return attestation
        .exchange
        .messages(TopicCatalogue.ATTESTATION_STATUS, LITHUANIA, list)
        .stream()
        .map(received -> received.body())
        .toList();
  }

  private static KeyId keyId(AttestationStatus list) {
    String header = list.getToken().substring(0, list.getToken().indexOf('.'));
    JsonNode json =
        JsonMapper.shared()
            .readTree(new String(Base64.getUrlDecoder().decode(header), StandardCharsets.UTF_8));
    return KeyId.parse(json.get("kid").asString()).orElseThrow();
  }

  private static AttestationResponse ask() {
    return attestation.ask(
        attestation
            .request(ESTONIA, attestation.estonians, attestation.estonians.citizen())
            .build());
  }

  private static AttestationRequest mortal() {
    return attestation.requestFor(attestation.estonians.mortal()).build();
  }
}
