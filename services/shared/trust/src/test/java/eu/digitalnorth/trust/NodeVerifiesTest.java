package eu.digitalnorth.trust;

import static eu.digitalnorth.trust.Installation.EE;
import static eu.digitalnorth.trust.Installation.NO;
import static eu.digitalnorth.trust.Installation.START;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.util.JSONObjectUtils;
import eu.digitalnorth.trust.attestation.AttestationIssuer;
import eu.digitalnorth.trust.attestation.Attested;
import eu.digitalnorth.trust.attestation.PidClaim;
import eu.digitalnorth.trust.attestation.SaltSource;
import eu.digitalnorth.trust.crypto.CryptoProvider;
import eu.digitalnorth.trust.key.HeldKey;
import eu.digitalnorth.trust.key.KeyPurpose;
import eu.digitalnorth.trust.key.ServiceKeys;
import eu.digitalnorth.trust.signature.MessageSignature;
import eu.digitalnorth.trust.signature.MessageSigner;
import eu.digitalnorth.trust.signature.SignedContent;
import eu.digitalnorth.trust.status.Status;
import eu.digitalnorth.trust.status.StatusList;
import eu.digitalnorth.trust.status.StatusListIssuer;
import eu.digitalnorth.trust.status.StatusListToken;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** Others verify what is signed here, with other people's code. */
@EnabledIf(
    value = "eu.digitalnorth.trust.Node#isInstalled",
    disabledReason = "npm ci was not run in docs/clients/node")
class NodeVerifiesTest {
  private static final int INDEX = Attested.ATTESTATION.status().index();

  @TempDir Path folder;
  private Installation installation;
  private ServiceKeys estonian;

  @BeforeEach
  void install() {
    installation = new Installation(folder, CryptoProvider.best());
    estonian = installation.keys().keys(EE, "attestation");
  }

  @Test
  void anAttestationAndItsStatusAreVerified() throws Exception {
    Node.Answer answer =
        Node.run("verify-attestation.mjs", attestation(attestation(), statusList(Map.of())));

    assertThat(answer.exitCode()).as(answer.output()).isZero();
    Map<String, Object> claims = JSONObjectUtils.parse(answer.output());
    assertThat(claims)
        .containsEntry("vct", "urn:eudi:pid:1")
        .containsEntry("family_name", "Õunapuu")
        .containsEntry("birthdate", "1999-01-01")
        .containsEntry("place_of_birth", Map.of("locality", "Tartu", "country", "EE"))
        .containsEntry("aud", Attested.AUDIENCE)
        .containsEntry("nonce", Attested.NONCE)
        .doesNotContainKey("address");
  }

  @Test
  void aRevokedAttestationIsRefused() throws Exception {
    String revoked = statusList(Map.of(INDEX, Status.INVALID));

    assertThat(Node.run("verify-attestation.mjs", attestation(attestation(), revoked)))
        .isEqualTo(new Node.Answer(1, "refused: Status is not valid"));
  }

  @Test
  void anAlteredAttestationIsRefused() throws Exception {
    String good = attestation();
    String altered =
        good.replace('.' + good.split("[.~]")[2], '.' + attestation().split("[.~]")[2]);

    assertThat(
            Node.run("verify-attestation.mjs", attestation(altered, statusList(Map.of())))
                .exitCode())
        .isEqualTo(1);
  }

  @Test
  void aMessageIsVerifiedAndAnAlteredOneRefused() throws Exception {
    SignedContent content = content(new byte[] {1, 2, 3});
    SignedContent tombstone = content(null);

    assertThat(Node.run("verify-message.mjs", message(content, content)).output())
        .isEqualTo("genuine");
    assertThat(Node.run("verify-message.mjs", message(tombstone, tombstone)).output())
        .isEqualTo("genuine");
    assertThat(Node.run("verify-message.mjs", message(content, tombstone)).output())
        .isEqualTo("refused");
  }

  @Test
  void aMessageOfABatchIsVerifiedAndAnAlteredOneRefused() throws Exception {
    List<SignedContent> batch =
        IntStream.range(0, 5).mapToObj(i -> content(new byte[] {(byte) i})).toList();
    List<MessageSignature> signatures = signer().sign(batch, START);

    for (int i = 0; i < batch.size(); i++) {
      assertThat(Node.run("verify-message.mjs", message(batch.get(i), signatures.get(i))).output())
          .isEqualTo("genuine");
    }
    assertThat(Node.run("verify-message.mjs", message(batch.get(0), signatures.get(1))).output())
        .isEqualTo("refused");
  }

  private String attestation() {
    return new AttestationIssuer(estonian, SaltSource.random(new SecureRandom()))
        .issue(Attested.ATTESTATION, PidClaim.askedFor(List.of("PlaceOfBirth")));
  }

  private String statusList(Map<Integer, Status> others) {
    return new StatusListIssuer(estonian)
        .sign(
            new StatusListToken(
                Attested.ATTESTATION.status().uri(),
                START.truncatedTo(ChronoUnit.SECONDS),
                START.truncatedTo(ChronoUnit.SECONDS).plus(Duration.ofHours(1)),
                Duration.ofMinutes(5),
                StatusList.of(INDEX + 1, others)));
  }

  private String attestation(String attestation, String statusList) throws Exception {
    return JSONObjectUtils.toJSONString(
        Map.of(
            "attestation", attestation,
            "attestationKey", jwk(estonian, KeyPurpose.ATTESTATION_SIGNATURE),
            "statusList", statusList,
            "statusKey", jwk(estonian, KeyPurpose.STATUS_SIGNATURE),
            "now", START.plusSeconds(1).getEpochSecond()));
  }

  private static SignedContent content(byte[] body) {
    return new SignedContent(
        "ee.evidence.request.v1",
        "key".getBytes(StandardCharsets.UTF_8),
        "id",
        "type",
        "urn:digital-north:no:portal",
        "subject – ø",
        START.toString(),
        "urn:sha256:0",
        body);
  }

  /** One content, with the signature of another. */
  private String message(SignedContent content, SignedContent signed) throws Exception {
    return message(content, signer().sign(signed, START));
  }

  private MessageSigner signer() {
    return new MessageSigner(installation.keys().keys(NO, "portal"));
  }

  private String message(SignedContent content, MessageSignature signature) throws Exception {
    ServiceKeys portal = installation.keys().keys(NO, "portal");
    Map<String, Object> message = new HashMap<>();
    message.put("topic", content.topic());
    message.put("key", base64(content.key()));
    message.put("id", content.id());
    message.put("type", content.type());
    message.put("source", content.source());
    message.put("subject", content.subject());
    message.put("time", content.time());
    message.put("dataSchema", content.dataSchema());
    message.put("body", base64(content.body()));
    message.put("signature", signature.toString());
    message.put("publicKey", jwk(portal, KeyPurpose.MESSAGE_SIGNATURE));
    return JSONObjectUtils.toJSONString(message);
  }

  private static String base64(byte[] bytes) {
    return bytes == null ? null : Base64.getEncoder().encodeToString(bytes);
  }

  private static Map<String, Object> jwk(ServiceKeys keys, KeyPurpose purpose) throws Exception {
    HeldKey key = keys.current(purpose, START);
    return JSONObjectUtils.parse(new String(key.claim().publicKey(), StandardCharsets.UTF_8));
  }
}
