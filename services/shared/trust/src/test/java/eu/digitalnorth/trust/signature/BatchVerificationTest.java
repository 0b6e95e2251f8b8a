package eu.digitalnorth.trust.signature;

import static eu.digitalnorth.trust.Installation.NO;
import static eu.digitalnorth.trust.Installation.START;
import static org.assertj.core.api.Assertions.assertThat;

import eu.digitalnorth.trust.Installation;
import eu.digitalnorth.trust.crypto.CryptoProvider;
import eu.digitalnorth.trust.crypto.Ed25519;
import eu.digitalnorth.trust.key.KeyPurpose;
import eu.digitalnorth.trust.key.KeyRing;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages that share a signature are believed one by one, and only as they were signed. */
class BatchVerificationTest {
  private static final SignatureCheck REFUSED =
      new SignatureCheck.Refused(SignatureRefusal.DOES_NOT_MATCH);

  @TempDir Path folder;
  private Installation installation;
  private MessageSigner signer;

  @BeforeEach
  void install() {
    installation = new Installation(folder, CryptoProvider.best());
    signer = new MessageSigner(installation.keys().keys(NO, "portal"));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 5, 15, 16, 17, 18, 32, 33, 100})
  void everyMessageIsGenuineWithoutTheOthers(int size) {
    List<SignedContent> batch = batch(size);
    List<String> signatures = sign(batch);

    assertThat(signatures).hasSize(size);
    assertThat(IntStream.range(0, size))
        .allSatisfy(
            i ->
                assertThat(check(batch.get(i), signatures.get(i), installation.keyRing()))
                    .isInstanceOf(SignatureCheck.Genuine.class));
  }

  @Test
  void whoIsAloneNeedsNoProof() {
    assertThat(sign(batch(17)))
        .satisfies(
            signatures -> {
              assertThat(signatures.subList(0, 16)).allMatch(header -> header.length() > 130);
              assertThat(signatures.get(16)).hasSize(130);
            });
  }

  @Test
  void noBitOfWhatIsSignedCanBeFlipped() {
    List<SignedContent> batch = batch(5);
    List<String> signatures = sign(batch);
    MessageVerifier verifier = knowing(batch, signatures);

    assertThat(Tampering.everyFlippedBit(batch.get(2)))
        .hasSizeGreaterThan(2_000)
        .allSatisfy(
            changed -> assertThat(check(changed, signatures.get(2), verifier)).isEqualTo(REFUSED));
  }

  @Test
  void noCharacterOfTheProofCanBeChanged() {
    List<SignedContent> batch = batch(3);
    List<String> signatures = sign(batch);
    String signature = signatures.getFirst();
    MessageVerifier verifier = knowing(batch, signatures);

    assertThat(
            Tampering.everyOtherSpelling(signature)
                .filter(changed -> changed.startsWith(signature.substring(0, 130))))
        .hasSizeGreaterThan(6_000)
        .noneSatisfy(
            changed ->
                assertThat(check(batch.getFirst(), changed, verifier))
                    .isInstanceOf(SignatureCheck.Genuine.class));
  }

  @Test
  void noMessageIsGenuineWithAnothersProof() {
    List<SignedContent> batch = batch(16);
    List<String> signatures = sign(batch);
    MessageVerifier verifier = knowing(batch, signatures);

    for (int message = 0; message < 16; message++) {
      for (int proof = 0; proof < 16; proof++) {
        if (message != proof) {
          assertThat(check(batch.get(message), signatures.get(proof), verifier)).isEqualTo(REFUSED);
        }
      }
    }
  }

  @Test
  void aMessageThatIsNotInTheBatchIsRefused() {
    List<SignedContent> batch = batch(4);
    List<String> signatures = sign(batch);

    assertThat(signatures)
        .allSatisfy(
            signature ->
                assertThat(check(message(99), signature, knowing(batch, signatures)))
                    .isEqualTo(REFUSED));
  }

  @Test
  void theSignatureOfABatchIsNoneOfAMessageNorTheOtherWayRound() {
    List<SignedContent> batch = batch(2);
    String signature = sign(batch).getFirst();
    String alone = signer.sign(batch.getFirst(), START).toString();

    assertThat(check(batch.getFirst(), signature.substring(0, 130), installation.keyRing()))
        .isEqualTo(REFUSED);
    assertThat(check(batch.getFirst(), alone + signature.substring(130), installation.keyRing()))
        .isEqualTo(REFUSED);
  }

  @Test
  void anotherKeysSignatureUnderTheSameBatchIsRefusedThoughTheTrueOneIsKnown() {
    List<SignedContent> batch = batch(2);
    List<String> signatures = sign(batch);
    MessageVerifier verifier = knowing(batch, signatures);
    MerkleTree tree = new MerkleTree(batch.stream().map(SignedContent::canonicalForm).toList());
    CryptoProvider provider = CryptoProvider.best();
    byte[] forged =
        Ed25519.sign(
            SignedBatch.canonicalForm(2, tree.root()),
            Ed25519.privateKey(Ed25519.generate(provider), provider),
            provider);
    MessageSignature genuine = MessageSignature.parse(signatures.getFirst()).orElseThrow();

    assertThat(
            check(
                batch.getFirst(),
                new MessageSignature(genuine.keyId(), forged, genuine.proof()).toString(),
                verifier))
        .isEqualTo(REFUSED);
  }

  @Test
  void aBatchIsNotLargerOrSmallerThanItWasSigned() {
    List<SignedContent> batch = batch(2);
    String signature = sign(batch).getFirst();

    assertThat(
            Stream.of("0/3", "0/1", "0/0", "1/2", "2/2", "00/2", "0/02", "-0/2", "+0/2", "0/1025")
                .map(place -> signature.replace(":0/2:", ':' + place + ':')))
        .hasSize(10)
        .noneSatisfy(
            changed ->
                assertThat(check(batch.getFirst(), changed, installation.keyRing()))
                    .isInstanceOf(SignatureCheck.Genuine.class));
  }

  @Test
  void whatCannotBeAProofIsMalformed() {
    String signature = sign(batch(2)).getFirst();

    assertThat(
            Stream.of(
                signature.substring(0, 131),
                signature + 'A',
                signature + "A".repeat(500),
                signature.replace(":0/2:", ":0:"),
                signature.replace(":0/2:", ":2/2:"),
                signature.replace(":0/2:", ":0/1025:"),
                signature.substring(0, 130) + '.' + signature.substring(131)))
        .allSatisfy(
            malformed ->
                assertThat(check(message(0), malformed, installation.keyRing()))
                    .isEqualTo(new SignatureCheck.Refused(SignatureRefusal.MALFORMED)));
  }

  @Test
  void aRevokedKeyRefusesTheRestOfABatchThatWasVerified() {
    List<SignedContent> batch = batch(2);
    List<String> signatures = sign(batch);
    KeyRing ring = installation.keyRing();
    MessageVerifier verifier = new MessageVerifier(ring);
    assertThat(check(batch.get(0), signatures.get(0), verifier))
        .isInstanceOf(SignatureCheck.Genuine.class);

    installation
        .keys()
        .operate(NO)
        .revoke(
            installation
                .keys()
                .keys(NO, "portal")
                .current(KeyPurpose.MESSAGE_SIGNATURE, START)
                .id());
    installation.keys().operate(NO).statements().forEach(ring::add);

    assertThat(check(batch.get(1), signatures.get(1), verifier))
        .isEqualTo(new SignatureCheck.Refused(SignatureRefusal.KEY_REVOKED));
  }

  private List<String> sign(List<SignedContent> batch) {
    return signer.sign(batch, START).stream().map(MessageSignature::toString).toList();
  }

  /** One that has verified the batch already. */
  private MessageVerifier knowing(List<SignedContent> batch, List<String> signatures) {
    MessageVerifier verifier = new MessageVerifier(installation.keyRing());
    assertThat(check(batch.getFirst(), signatures.getFirst(), verifier))
        .isInstanceOf(SignatureCheck.Genuine.class);
    return verifier;
  }

  private static List<SignedContent> batch(int size) {
    return IntStream.range(0, size).mapToObj(BatchVerificationTest::message).toList();
  }

  private static SignedContent message(int number) {
    return Tampering.withBody(
        Signed.CONTENT, ByteBuffer.allocate(Integer.BYTES).putInt(number).array());
  }

  private static SignatureCheck check(SignedContent content, String signature, KeyRing ring) {
    return check(content, signature, new MessageVerifier(ring));
  }

  private static SignatureCheck check(
      SignedContent content, String signature, MessageVerifier verifier) {
    return verifier.check(content, signature, Signed.COUNTRY, Signed.SERVICE, START);
  }
}
