package eu.digitalnorth.trust.signature;

import static eu.digitalnorth.trust.Installation.EE;
import static eu.digitalnorth.trust.Installation.NO;
import static eu.digitalnorth.trust.Installation.START;
import static org.assertj.core.api.Assertions.assertThat;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.trust.Installation;
import eu.digitalnorth.trust.crypto.CryptoProvider;
import eu.digitalnorth.trust.crypto.Ed25519;
import eu.digitalnorth.trust.key.CountryKeys;
import eu.digitalnorth.trust.key.HeldKey;
import eu.digitalnorth.trust.key.KeyId;
import eu.digitalnorth.trust.key.KeyPurpose;
import eu.digitalnorth.trust.key.KeyRing;
import eu.digitalnorth.trust.key.KeyUse;
import eu.digitalnorth.trust.key.TrustAnchors;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Run once with each provider. */
abstract class MessageVerification {
  private static final KeyUse PORTAL = new KeyUse("portal", KeyPurpose.MESSAGE_SIGNATURE);

  @TempDir Path folder;
  private final CryptoProvider provider;
  private Installation installation;

  MessageVerification(CryptoProvider provider) {
    this.provider = provider;
  }

  @BeforeEach
  void install() {
    installation = new Installation(folder, provider);
  }

  @Test
  void aMessageIsGenuineAsItWasSigned() {
    assertThat(check(sign(Signed.CONTENT)))
        .isInstanceOfSatisfying(
            SignatureCheck.Genuine.class,
            genuine -> assertThat(genuine.key().claim().use()).isEqualTo(PORTAL));
  }

  @Test
  void aTombstoneIsGenuineAndNoEmptyBody() {
    SignedContent tombstone = Tampering.withBody(Signed.CONTENT, null);
    String signature = sign(tombstone);

    assertThat(check(tombstone, signature)).isInstanceOf(SignatureCheck.Genuine.class);
    assertThat(check(Tampering.withBody(Signed.CONTENT, new byte[0]), signature))
        .isEqualTo(refused(SignatureRefusal.DOES_NOT_MATCH));
  }

  @Test
  void noBitOfWhatIsSignedCanBeFlipped() {
    String signature = sign(Signed.CONTENT);
    KeyRing ring = installation.keyRing();

    assertThat(Tampering.everyFlippedBit(Signed.CONTENT))
        .hasSizeGreaterThan(2_000)
        .allSatisfy(
            changed ->
                assertThat(check(changed, signature, ring))
                    .isEqualTo(refused(SignatureRefusal.DOES_NOT_MATCH)));
  }

  @Test
  void noCharacterOfTheSignatureCanBeChanged() {
    String signature = sign(Signed.CONTENT);
    KeyRing ring = installation.keyRing();

    assertThat(Tampering.everyOtherSpelling(signature))
        .hasSizeGreaterThan(8_000)
        .noneSatisfy(
            changed ->
                assertThat(check(Signed.CONTENT, changed, ring))
                    .isInstanceOf(SignatureCheck.Genuine.class));
  }

  @Test
  void nothingCanBeMovedFromOneFieldToTheNext() {
    String signature = sign(Signed.CONTENT);

    assertThat(Tampering.everyShiftedBoundary(Signed.CONTENT))
        .hasSize(12)
        .allSatisfy(
            changed ->
                assertThat(check(changed, signature))
                    .isEqualTo(refused(SignatureRefusal.DOES_NOT_MATCH)));
  }

  @Test
  void nothingCanBeLeftOutOrEmptied() {
    String signature = sign(Signed.CONTENT);

    assertThat(Tampering.everyFieldMissingOrEmpty(Signed.CONTENT))
        .hasSize(16)
        .allSatisfy(
            changed ->
                assertThat(check(changed, signature))
                    .isEqualTo(refused(SignatureRefusal.DOES_NOT_MATCH)));
  }

  @Test
  void withoutASignatureAMessageIsRefused() {
    assertThat(check(Signed.CONTENT, null)).isEqualTo(refused(SignatureRefusal.MISSING));
    assertThat(check(Signed.CONTENT, "")).isEqualTo(refused(SignatureRefusal.MALFORMED));
  }

  @Test
  void aKeyThatNobodyVouchedForIsUnknown() {
    KeyRing empty = new KeyRing(installation.keys().anchors(), provider);

    assertThat(check(Signed.CONTENT, sign(Signed.CONTENT), empty))
        .isEqualTo(new SignatureCheck.UnknownKey(portalKey().id()));
  }

  @Test
  void aCountryWithoutAnAnchorIsNotBelieved() {
    KeyRing estonianOnly =
        new KeyRing(
            new TrustAnchors(Map.of(EE, installation.keys().anchors().of(EE).orElseThrow())),
            provider);
    installation.keys().operate(NO).statements().forEach(estonianOnly::add);

    assertThat(check(Signed.CONTENT, sign(Signed.CONTENT), estonianOnly))
        .isInstanceOf(SignatureCheck.UnknownKey.class);
  }

  @Test
  void theKeyOfAnotherCountryIsRefused() {
    String estonian = signer("portal", EE).sign(Signed.CONTENT, START).toString();

    assertThat(check(estonian)).isEqualTo(refused(SignatureRefusal.KEY_OF_ANOTHER_COUNTRY));
  }

  @Test
  void theKeyOfAnotherServiceIsRefused() {
    String auditor = signer("audit", NO).sign(Signed.CONTENT, START).toString();

    assertThat(check(auditor)).isEqualTo(refused(SignatureRefusal.KEY_OF_ANOTHER_SERVICE));
  }

  @Test
  void aKeyForAnotherPurposeIsRefused() {
    KeyId attesting =
        installation
            .keys()
            .keys(NO, "attestation")
            .current(KeyPurpose.ATTESTATION_SIGNATURE, START)
            .id();
    String signature = new MessageSignature(attesting, new byte[64]).toString();

    assertThat(
            new MessageVerifier(installation.keyRing())
                .check(Signed.CONTENT, signature, NO, "attestation", START))
        .isEqualTo(refused(SignatureRefusal.KEY_FOR_ANOTHER_PURPOSE));
  }

  @Test
  void anotherKeyUnderTheNameOfTheRightOneIsRefused() {
    byte[] forged =
        Ed25519.sign(
            Signed.CONTENT.canonicalForm(),
            Ed25519.privateKey(Ed25519.generate(provider), provider),
            provider);

    assertThat(check(new MessageSignature(portalKey().id(), forged).toString()))
        .isEqualTo(refused(SignatureRefusal.DOES_NOT_MATCH));
  }

  @Test
  void aRevokedKeyRefusesAlsoWhatItSignedBefore() {
    String signature = sign(Signed.CONTENT);
    installation.pass(Duration.ofHours(1));

    installation.keys().operate(NO).revoke(portalKey().id());

    assertThat(check(signature)).isEqualTo(refused(SignatureRefusal.KEY_REVOKED));
  }

  @Test
  void aRotatedKeyStillVouchesForItsTimeAndForNothingLater() {
    HeldKey old = portalKey();
    String signature = sign(Signed.CONTENT);
    installation.pass(Duration.ofDays(1));

    installation.keys().operate(NO).rotate(List.of(PORTAL));

    assertThat(check(signature)).isInstanceOf(SignatureCheck.Genuine.class);
    Instant end = installation.now().plus(CountryKeys.OVERLAP);
    assertThat(check(signature, end.minusMillis(1))).isInstanceOf(SignatureCheck.Genuine.class);
    assertThat(check(signature, end)).isEqualTo(refused(SignatureRefusal.KEY_OUTSIDE_VALIDITY));
    assertThat(MessageSignature.parse(signature).orElseThrow().keyId()).isEqualTo(old.id());
  }

  @Test
  void whatIsDatedBeforeItsKeyIsRefused() {
    assertThat(check(sign(Signed.CONTENT), START.minusMillis(1)))
        .isEqualTo(refused(SignatureRefusal.KEY_OUTSIDE_VALIDITY));
  }

  @Test
  void manyThreadsSignAndVerifyWithoutDisturbingEachOther() throws Exception {
    MessageSigner signer = signer("portal", NO);
    MessageVerifier verifier = new MessageVerifier(installation.keyRing());
    List<Callable<SignatureCheck>> tasks =
        IntStream.range(0, 400)
            .mapToObj(i -> Tampering.withBody(Signed.CONTENT, new byte[i]))
            .<Callable<SignatureCheck>>map(
                content ->
                    () ->
                        verifier.check(
                            content, signer.sign(content, START).toString(), NO, "portal", START))
            .toList();

    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      for (var result : threads.invokeAll(tasks)) {
        assertThat(result.get()).isInstanceOf(SignatureCheck.Genuine.class);
      }
    }
  }

  private String sign(SignedContent content) {
    return signer("portal", NO).sign(content, START).toString();
  }

  private MessageSigner signer(String service, CountryCode country) {
    return new MessageSigner(installation.keys().keys(country, service));
  }

  private HeldKey portalKey() {
    return installation
        .keys()
        .keys(NO, "portal")
        .current(KeyPurpose.MESSAGE_SIGNATURE, installation.now());
  }

  private SignatureCheck check(String signature) {
    return check(Signed.CONTENT, signature);
  }

  private SignatureCheck check(String signature, Instant time) {
    return new MessageVerifier(installation.keyRing())
        .check(Signed.CONTENT, signature, NO, "portal", time);
  }

  private SignatureCheck check(SignedContent content, @Nullable String signature) {
    return check(content, signature, installation.keyRing());
  }

  private static SignatureCheck check(
      SignedContent content, @Nullable String signature, KeyRing ring) {
    return new MessageVerifier(ring)
        .check(content, signature, Signed.COUNTRY, Signed.SERVICE, START);
  }

  private static SignatureCheck refused(SignatureRefusal reason) {
    return new SignatureCheck.Refused(reason);
  }
}
