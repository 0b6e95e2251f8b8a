package eu.digitalnorth.evidence;

import static eu.digitalnorth.evidence.Surroundings.EE;
import static eu.digitalnorth.evidence.Surroundings.FI;
import static eu.digitalnorth.evidence.Surroundings.LT;
import static eu.digitalnorth.evidence.Surroundings.LV;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.digitalnorth.messaging.fixture.TestAttestation;
import eu.digitalnorth.messaging.fixture.TestEid;
import eu.digitalnorth.schemas.eid.AttestationStatus;
import eu.digitalnorth.schemas.evidence.EvidenceResponse;
import eu.digitalnorth.trust.attestation.StatusReference;
import eu.digitalnorth.trust.status.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What Estonia's evidence service makes of what the attesting countries say by now. */
class StatusListIT {
  private static final String UNKNOWN = "ATTESTATION_STATUS_UNKNOWN";
  private static final String REVOKED = "ATTESTATION_REVOKED";

  private final EvidenceService service = EvidenceService.ofEstonia();
  private final Surroundings surroundings = service.surroundings();

  /** A list of its own, so that no test meddles with another's. */
  private final TestEid estonia = surroundings.eid(EE);

  private final TestAttestation attestation = Fixtures.attestation(estonia);

  @Test
  void aListThatIsOnItsWayIsWaitedFor() {
    surroundings.send(surroundings.record(Fixtures.request(attestation)));
    surroundings.publish(estonia);

    assertThat(service.answersIn(Fixtures.request(attestation), 1).getFirst().body().getProvided())
        .isNotNull();
  }

  @Test
  void aRevokedAttestationIsRefusedFromThenOn() {
    surroundings.publish(estonia);
    assertThat(reasonFor(attestation)).isEqualTo("PROVIDED");

    estonia.set(attestation.status, Status.INVALID);
    surroundings.publish(estonia);

    awaitReason(REVOKED);
    assertThat(reasonFor(Fixtures.attestation(estonia))).isEqualTo("PROVIDED");
  }

  @Test
  void aSuspendedAttestationIsRefusedUntilItIsNot() {
    estonia.set(attestation.status, Status.SUSPENDED);
    surroundings.publish(estonia);
    awaitReason(REVOKED);

    estonia.set(attestation.status, Status.VALID);
    surroundings.publish(estonia);

    awaitReason("PROVIDED");
  }

  @Test
  void anOlderListDoesNotBuryANewerOne() {
    AttestationStatus older = estonia.status(Instant.now());
    estonia.set(attestation.status, Status.INVALID);
    surroundings.publish(estonia, estonia.status(Instant.now().plusMillis(10)));
    awaitReason(REVOKED);

    surroundings.publish(estonia, older);
    allBeforeIsRead();

    assertThat(reasonFor(attestation)).isEqualTo(REVOKED);
  }

  @Test
  void aListThatNobodyPublishedIsNoPermission() {
    assertThat(reasonFor(issuedBy(surroundings.eid(LT)))).isEqualTo(UNKNOWN);
  }

  @Test
  void aListThatWentStaleIsNoPermission() {
    TestEid latvia = surroundings.eid(LV);
    surroundings.publish(latvia, latvia.status(Instant.now(), Duration.ofSeconds(10)));
    TestAttestation latvian = issuedBy(latvia);
    assertThat(reasonFor(latvian)).isEqualTo("PROVIDED");

    await().atMost(EvidenceService.PATIENCE).until(() -> reasonFor(latvian), UNKNOWN::equals);
  }

  @Test
  void aListThatWasStaleWhenItCameIsNoPermission() {
    TestEid lithuania = surroundings.eid(LT);
    surroundings.publish(
        lithuania, lithuania.status(Instant.now().minusSeconds(600), Duration.ofMinutes(5)));

    assertThat(reasonFor(issuedBy(lithuania))).isEqualTo(UNKNOWN);
  }

  @Test
  void aPlaceThatTheListDoesNotHaveIsNoPermission() {
    surroundings.publish(estonia);
    attestation.status = new StatusReference(1_000_000, estonia.list());

    assertThat(reasonFor(attestation)).isEqualTo(UNKNOWN);
  }

  @Test
  void aParticipantSaysNothingOfAnothersAttestations() {
    surroundings.publish(estonia);
    TestEid finland = surroundings.eid(FI);
    finland.set(attestation.status, Status.INVALID);
    AttestationStatus foreign = finland.status(Instant.now().plusMillis(10));
    foreign.setUri(estonia.list());

    surroundings.publish(finland, foreign);
    allBeforeIsRead();

    assertThat(reasonFor(attestation)).isEqualTo("PROVIDED");
  }

  @Test
  void aListThatItsIssuerDidNotSignIsPassedOver() {
    surroundings.publish(estonia);
    TestEid finland = surroundings.eid(FI);
    finland.set(attestation.status, Status.INVALID);
    AttestationStatus forged = estonia.status(Instant.now().plusMillis(10));
    forged.setToken(finland.status(forged.getIssuedAt()).getToken());

    surroundings.publish(estonia, forged);
    allBeforeIsRead();

    assertThat(reasonFor(attestation)).isEqualTo("PROVIDED");
  }

  /** Topics of a country are read in order. */
  private void allBeforeIsRead() {
    for (TestEid marker : new TestEid[] {surroundings.eid(EE), surroundings.eid(FI)}) {
      surroundings.publish(marker);
      TestAttestation marked = issuedBy(marker);
      await()
          .atMost(EvidenceService.PATIENCE)
          .until(() -> reasonFor(marked), reason -> !reason.equals(UNKNOWN));
    }
  }

  /** Of somebody whom Estonia's registers know by an Estonian number only. */
  private static TestAttestation issuedBy(TestEid eid) {
    return new TestAttestation(eid, Fixtures.UNIVERSITY.getId(), UUID.randomUUID())
        .of(Fixtures.PERSON_SCHEME, eid.country() + "/NO/" + Fixtures.STUDENT);
  }

  private void awaitReason(String expected) {
    await().atMost(EvidenceService.PATIENCE).until(() -> reasonFor(attestation), expected::equals);
  }

  /** The same attestation for another exchange, since each is answered once. */
  private String reasonFor(TestAttestation presented) {
    presented.exchangeId = UUID.randomUUID();
    EvidenceResponse response = service.answerTo(Fixtures.request(presented));
    return response.getRefused() == null ? "PROVIDED" : response.getRefused().getReason();
  }
}
