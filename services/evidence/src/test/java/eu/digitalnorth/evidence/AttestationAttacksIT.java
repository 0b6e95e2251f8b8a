package eu.digitalnorth.evidence;

import static eu.digitalnorth.evidence.Surroundings.EE;
import static eu.digitalnorth.evidence.Surroundings.FI;
import static org.assertj.core.api.Assertions.assertThat;

import eu.digitalnorth.messaging.fixture.TestAttestation;
import eu.digitalnorth.messaging.fixture.TestEid;
import eu.digitalnorth.schemas.evidence.EdmErrorCode;
import eu.digitalnorth.schemas.evidence.EvidenceRequest;
import eu.digitalnorth.schemas.evidence.EvidenceResponse;
import eu.digitalnorth.trust.KeyDirectory;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Attestations that are not what they should be, each in one thing only. */
class AttestationAttacksIT {
  private static final String INVALID = "ATTESTATION_INVALID";

  private final EvidenceService service = EvidenceService.ofEstonia();
  private final TestEid estonia = service.surroundings().estonia();
  private final TestAttestation attestation = Fixtures.attestation(estonia);

  @Test
  void anAttestationAsItShouldBeIsAccepted() {
    assertThat(service.answerTo(Fixtures.request(attestation)).getProvided()).isNotNull();
  }

  @Test
  void ofAnotherExchange() {
    EvidenceRequest request = Fixtures.request(attestation);
    request.setExchangeId(UUID.randomUUID());
    present(attestation.token(), request);

    assertRefused(request, INVALID, "for this exchange");
  }

  @Test
  void copiedFromTheRequestOfAnotherExchange() {
    EvidenceRequest request = Fixtures.request(attestation);
    request.setExchangeId(UUID.randomUUID());

    assertRefused(request, INVALID, "readable");
  }

  @Test
  void copiedFromARequestToAnotherCountry() {
    EvidenceRequest request = Fixtures.request(attestation);
    request.setAttestation(attestation.sealedTo(FI));

    assertRefused(request, INVALID, "readable");
  }

  @Test
  void presentedByAnotherAuthority() {
    EvidenceRequest request =
        Fixtures.request(Fixtures.attestationFor(estonia, Fixtures.PROCUREMENT));

    assertRefused(request, INVALID, "for the requester");
  }

  @Test
  void thatRanOut() {
    attestation.expiresAt = attestation.issuedAt;

    assertRefused(Fixtures.request(attestation), "ATTESTATION_EXPIRED", "still valid");
  }

  @Test
  void fromTheFuture() {
    attestation.issuedAt = attestation.issuedAt.plusSeconds(600);
    attestation.expiresAt = attestation.issuedAt.plusSeconds(300);

    assertRefused(Fixtures.request(attestation), INVALID, "valid already");
  }

  @Test
  void ofAnotherIssuerThanItsKeysOwner() {
    attestation.issuer = "urn:digital-north:ee:registry";

    assertRefused(Fixtures.request(attestation), INVALID, "that the request names");
  }

  @Test
  void signedByAnotherParticipantInTheIssuersName() {
    TestAttestation forged = Fixtures.attestation(service.surroundings().eid(FI));
    forged.issuer = estonia.source().toString();
    forged.issuingCountry = EE;
    EvidenceRequest request = Fixtures.request(forged);
    request.setAttestingCountry("EE");

    assertRefused(request, INVALID, "signature of its issuer");
  }

  @Test
  void signedWithAKeyThatNoAnchorVouchesFor(@TempDir Path folder) {
    KeyDirectory strangers = new KeyDirectory(folder);
    strangers.createMissing(List.of(EE));
    EvidenceRequest request = Fixtures.request(Fixtures.attestation(new TestEid(strangers, EE)));

    assertRefused(request, INVALID, "signature of its issuer");
  }

  @Test
  void altered() {
    String[] good = attestation.token().split("\\.");
    String[] other = Fixtures.attestation(estonia).token().split("\\.");
    EvidenceRequest request = Fixtures.request(attestation);
    present(good[0] + '.' + other[1] + '.' + good[2], request);

    assertRefused(request, INVALID, "signature of its issuer");
  }

  @Test
  void withoutASignature() {
    String[] good = attestation.token().split("\\.");
    EvidenceRequest request = Fixtures.request(attestation);
    String none = "eyJhbGciOiJub25lIiwidHlwIjoiZGMrc2Qtand0In0"; // alg none, typ dc+sd-jwt
    present(none + '.' + good[1] + '.' + good[2].replaceFirst("[^~]*", ""), request);

    assertRefused(request, INVALID, "readable");
  }

  @Test
  void withTheDisclosuresOfAnotherPerson() {
    String own = attestation.token();
    String others =
        Fixtures.attestation(estonia).of(Fixtures.PERSON_SCHEME, "EE/NO/39901012239").token();
    EvidenceRequest request = Fixtures.request(attestation);
    present(own.substring(0, own.indexOf('~')) + others.substring(others.indexOf('~')), request);

    assertRefused(request, INVALID, "disclosures");
  }

  @Test
  void withoutTheIdentifier() {
    String token = attestation.token();
    EvidenceRequest request = Fixtures.request(attestation);
    present(token.substring(0, token.indexOf('~') + 1), request);

    assertRefused(request, INVALID, "identifiers");
  }

  @Test
  void withAnIdentifierForAnotherCountry() {
    attestation.of(Fixtures.PERSON_SCHEME, "EE/SE/" + Fixtures.STUDENT);

    assertRefused(Fixtures.request(attestation), INVALID, "identifiers");
  }

  @Test
  void underAnotherName() {
    EvidenceRequest request = Fixtures.request(attestation);
    request.setAttestationId(UUID.randomUUID());

    assertRefused(request, INVALID, "that the request names");
  }

  private static void present(String token, EvidenceRequest request) {
    request.setAttestation(TestAttestation.sealedTo(EE, token, request.getExchangeId()));
  }

  private void assertRefused(EvidenceRequest request, String reason, String explanation) {
    EvidenceResponse response = service.answerTo(request);

    assertThat(response.getProvided()).isNull();
    assertThat(response.getRefused().getCode()).isEqualTo(EdmErrorCode.EDM_ERR_0001);
    assertThat(response.getRefused().getReason()).isEqualTo(reason);
    assertThat(response.getRefused().getExplanation()).contains(explanation);
  }
}
