package eu.digitalnorth.trust.key;

import static eu.digitalnorth.trust.Installation.EE;
import static eu.digitalnorth.trust.Installation.NO;
import static eu.digitalnorth.trust.Installation.START;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWK;
import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.trust.Installation;
import eu.digitalnorth.trust.crypto.CryptoProvider;
import eu.digitalnorth.trust.crypto.Ed25519;
import eu.digitalnorth.trust.crypto.P256;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyRingTest {
  private static final CryptoProvider PROVIDER = CryptoProvider.best();
  private static final KeyUse PORTAL = new KeyUse("portal", KeyPurpose.MESSAGE_SIGNATURE);
  private static final Instant LATER = START.plus(Duration.ofHours(1));

  @TempDir Path folder;
  private Installation installation;
  private CountryKeys norway;
  private KeyStatement portal;

  @BeforeEach
  void install() {
    installation = new Installation(folder, PROVIDER);
    norway = installation.keys().operate(NO);
    portal = statementOfPortal();
  }

  @Test
  void aKeyThatItsAnchorVouchesForIsTrusted() {
    KeyRing ring = ring(portal);

    assertThat(ring.lookup(portal.claim().keyId(), NO, PORTAL, START))
        .isInstanceOfSatisfying(
            KeyLookup.Trusted.class,
            trusted -> assertThat(trusted.key().claim()).isEqualTo(portal.claim()));
    assertThat(ring.add(portal)).isEqualTo(Admission.KNOWN);
  }

  @Test
  void aStatementThatWasChangedIsRefused() {
    KeyClaim claim = portal.claim();
    JWK other = Ed25519.generate(PROVIDER);

    assertThat(
            Stream.of(
                claim.endingAt(LATER),
                claim.revokedAt(LATER),
                KeyClaim.of(other, NO, PORTAL, START),
                changed(claim, NO, new KeyUse("evidence", KeyPurpose.MESSAGE_SIGNATURE), START),
                changed(claim, NO, PORTAL, START.minusMillis(1)),
                changed(claim, EE, PORTAL, START)))
        .map(changed -> new KeyStatement(changed, portal.anchorSignature()))
        .allSatisfy(
            changed -> assertThat(ring().add(changed)).isEqualTo(Admission.NOT_SIGNED_BY_ANCHOR));
  }

  @Test
  void noBitOfTheAnchorsSignatureCanBeFlipped() {
    KeyRing ring = ring();
    for (int bit = 0; bit < 8 * portal.anchorSignature().length; bit++) {
      byte[] signature = portal.anchorSignature();
      signature[bit / 8] ^= (byte) (1 << (bit % 8));

      assertThat(ring.add(new KeyStatement(portal.claim(), signature)))
          .isEqualTo(Admission.NOT_SIGNED_BY_ANCHOR);
    }
  }

  @Test
  void aCountryVouchesForItselfOnly() {
    KeyClaim estonian = KeyClaim.of(Ed25519.generate(PROVIDER), EE, PORTAL, START);

    assertThat(ring().add(signedBy(NO, estonian))).isEqualTo(Admission.NOT_SIGNED_BY_ANCHOR);
  }

  @Test
  void aCountryWithoutAnAnchorHasNoKeys() {
    CountryCode sweden = CountryCode.of("se");
    KeyClaim swedish = KeyClaim.of(Ed25519.generate(PROVIDER), sweden, PORTAL, START);

    assertThat(ring().add(signedBy(NO, swedish))).isEqualTo(Admission.NO_ANCHOR);
  }

  @Test
  void whatIsNoKeyForItsPurposeIsRefusedAlsoFromAnAnchor() {
    JWK signing = Ed25519.generate(PROVIDER);
    JWK encrypting = P256.generate(PROVIDER);
    KeyClaim good = KeyClaim.of(signing, NO, PORTAL, START);

    assertThat(
            Stream.of(
                withKey(good, KeyId.of(signing), "EdDSA", encrypting),
                withKey(good, KeyId.of(encrypting), "EdDSA", encrypting),
                withKey(good, KeyId.of(encrypting), "EdDSA", signing),
                withKey(good, KeyId.of(signing), "ES256", signing),
                withKey(good, KeyId.of(signing), "none", signing),
                withBytes(good, signing.toJSONString()),
                withBytes(good, signing.toPublicJWK().toJSONString() + " "),
                withBytes(good, "{}"),
                withBytes(good, "")))
        .allSatisfy(
            claim -> assertThat(ring().add(signedBy(NO, claim))).isEqualTo(Admission.NO_SUCH_KEY));
  }

  @Test
  void anotherCountryThatClaimsAKeyAsItsOwnTakesNothingAway() {
    KeyClaim theft = changed(portal.claim(), EE, PORTAL, START);
    KeyClaim revokedTheft = theft.revokedAt(START);

    for (KeyRing ring :
        List.of(
            ring(portal, signedBy(EE, theft), signedBy(EE, revokedTheft)),
            ring(signedBy(EE, revokedTheft), signedBy(EE, theft), portal))) {
      assertThat(ring.lookup(portal.claim().keyId(), NO, PORTAL, START))
          .isInstanceOf(KeyLookup.Trusted.class);
      assertThat(ring.lookup(portal.claim().keyId(), EE, PORTAL, START))
          .isEqualTo(refused(KeyRefusal.REVOKED));
    }
  }

  @Test
  void aKeyIsForItsCountryItsServiceAndItsPurpose() {
    KeyRing ring = installation.keyRing();
    KeyId id = portal.claim().keyId();

    assertThat(ring.lookup(id, EE, PORTAL, START)).isEqualTo(refused(KeyRefusal.WRONG_COUNTRY));
    assertThat(ring.lookup(id, NO, new KeyUse("audit", PORTAL.purpose()), START))
        .isEqualTo(refused(KeyRefusal.WRONG_SERVICE));
    assertThat(ring.lookup(id, NO, new KeyUse("portal", KeyPurpose.ENCRYPTION), START))
        .isEqualTo(refused(KeyRefusal.WRONG_PURPOSE));
    assertThat(ring.lookup(KeyId.of(Ed25519.generate(PROVIDER)), NO, PORTAL, START))
        .isEqualTo(new KeyLookup.Unknown());
  }

  @Test
  void revocationIsFinalWhateverComesAfterOrBefore() {
    installation.pass(Duration.ofHours(1));
    KeyStatement revoked = norway.revoke(portal.claim().keyId()).orElseThrow();

    KeyRing after = ring(portal);
    assertThat(after.add(revoked)).isEqualTo(Admission.NARROWED);
    KeyRing before = ring(revoked);
    assertThat(before.add(portal)).isEqualTo(Admission.KNOWN);
    assertThat(Stream.of(before, after))
        .allSatisfy(
            ring ->
                assertThat(ring.lookup(portal.claim().keyId(), NO, PORTAL, START))
                    .isEqualTo(refused(KeyRefusal.REVOKED)));
  }

  @Test
  void validityIsNeverWidened() {
    KeyStatement shorter = signedBy(NO, portal.claim().endingAt(LATER));
    KeyStatement longer = signedBy(NO, portal.claim().endingAt(LATER.plusSeconds(1)));
    KeyStatement earlier = signedBy(NO, changed(portal.claim(), NO, PORTAL, START.minusSeconds(1)));
    List<KeyStatement> statements = new ArrayList<>(List.of(portal, shorter, longer, earlier));
    Random random = new Random(2017);

    for (int round = 0; round < 24; round++) {
      Collections.shuffle(statements, random);
      KeyRing ring = ring(statements.toArray(KeyStatement[]::new));
      assertThat(ring.lookup(portal.claim().keyId(), NO, PORTAL, START.minusMillis(1)))
          .isEqualTo(refused(KeyRefusal.OUTSIDE_VALIDITY));
      assertThat(ring.lookup(portal.claim().keyId(), NO, PORTAL, LATER.minusMillis(1)))
          .isInstanceOf(KeyLookup.Trusted.class);
      assertThat(ring.lookup(portal.claim().keyId(), NO, PORTAL, LATER))
          .isEqualTo(refused(KeyRefusal.OUTSIDE_VALIDITY));
    }
  }

  @Test
  void theNewestKeyIsTheOneToEncryptTo() {
    KeyUse use = KeyUse.NATIONAL_ENCRYPTION;
    KeyId old = installation.keyRing().current(NO, use, START).orElseThrow().id();
    installation.pass(Duration.ofHours(1));
    KeyId successor = norway.rotate(List.of(use)).getFirst().claim().keyId();
    KeyRing ring = installation.keyRing();

    assertThat(ring.current(NO, use, LATER).orElseThrow().id()).isEqualTo(successor);
    assertThat(ring.current(NO, use, LATER.minusMillis(1)).orElseThrow().id()).isEqualTo(old);
    assertThat(ring.current(NO, use, START.minusMillis(1))).isEmpty();
    assertThat(ring.current(CountryCode.of("se"), use, LATER)).isEmpty();
  }

  private KeyRing ring(KeyStatement... statements) {
    KeyRing ring = new KeyRing(installation.keys().anchors(), PROVIDER);
    for (KeyStatement statement : statements) {
      assertThat(ring.add(statement).isRefused()).isFalse();
    }
    return ring;
  }

  private KeyStatement statementOfPortal() {
    return norway.statements().stream()
        .filter(statement -> statement.claim().use().equals(PORTAL))
        .findAny()
        .orElseThrow();
  }

  private KeyStatement signedBy(CountryCode country, KeyClaim claim) {
    return AnchorFile.read(new CountryFolder(folder, country), PROVIDER).sign(claim);
  }

  private static KeyClaim changed(
      KeyClaim claim, CountryCode country, KeyUse use, Instant validFrom) {
    return new KeyClaim(
        claim.keyId(),
        country,
        use,
        claim.algorithm(),
        claim.publicKey(),
        validFrom,
        claim.validUntil(),
        claim.revokedAt());
  }

  private static KeyClaim withKey(KeyClaim claim, KeyId id, String algorithm, JWK key) {
    return new KeyClaim(id, NO, claim.use(), algorithm, PublicJwk.write(key), START, null, null);
  }

  private static KeyClaim withBytes(KeyClaim claim, String publicKey) {
    return new KeyClaim(
        claim.keyId(),
        NO,
        claim.use(),
        claim.algorithm(),
        publicKey.getBytes(StandardCharsets.UTF_8),
        START,
        null,
        null);
  }

  private static KeyLookup refused(KeyRefusal reason) {
    return new KeyLookup.Refused(reason);
  }
}
