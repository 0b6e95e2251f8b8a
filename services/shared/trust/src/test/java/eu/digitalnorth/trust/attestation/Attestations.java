package eu.digitalnorth.trust.attestation;

import static eu.digitalnorth.trust.Installation.EE;
import static eu.digitalnorth.trust.Installation.NO;
import static eu.digitalnorth.trust.Installation.START;
import static eu.digitalnorth.trust.attestation.Attested.ATTESTATION;
import static eu.digitalnorth.trust.attestation.Attested.EXPECTED;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.JSONObjectUtils;
import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.trust.Installation;
import eu.digitalnorth.trust.crypto.CryptoProvider;
import eu.digitalnorth.trust.jose.Jws;
import eu.digitalnorth.trust.key.HeldKey;
import eu.digitalnorth.trust.key.KeyPurpose;
import eu.digitalnorth.trust.key.KeyRing;
import eu.digitalnorth.trust.key.KeyUse;
import eu.digitalnorth.trust.key.ServiceKeys;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Run once with each provider. */
abstract class Attestations {
  private static final Set<PidClaim> MINIMUM = PidClaim.askedFor(List.of());

  @TempDir Path folder;
  private final CryptoProvider provider;
  private Installation installation;
  private ServiceKeys estonian;

  Attestations(CryptoProvider provider) {
    this.provider = provider;
  }

  @BeforeEach
  void install() {
    installation = new Installation(folder, provider);
    estonian = installation.keys().keys(EE, "attestation");
  }

  @Test
  void whatIsDisclosedIsVerified() {
    Attestation verified = verified(issue(Set.of(PidClaim.values())));

    assertThat(verified).isEqualTo(ATTESTATION);
  }

  @Test
  void onlyWhatWasAskedForIsSeen() {
    String sdJwt = issue(PidClaim.askedFor(List.of("PlaceOfBirth", "Gender", "FavouriteColour")));

    PidClaims seen = verified(sdJwt).person();

    assertThat(seen.names())
        .containsExactlyInAnyOrder(
            PidClaim.FAMILY_NAME,
            PidClaim.GIVEN_NAME,
            PidClaim.FAMILY_NAME_LATIN,
            PidClaim.BIRTHDATE,
            PidClaim.EIDAS_PERSON_IDENTIFIER,
            PidClaim.IDENTIFIER_SCHEME,
            PidClaim.LEGAL_PERSON,
            PidClaim.PLACE_OF_BIRTH,
            PidClaim.SEX);
    assertThat(everythingReadableIn(sdJwt))
        .contains("Mari-Liis", "Tartu")
        .doesNotContain("Pikk 1")
        .doesNotContain("nationalities");
  }

  @Test
  void whatTheSignatureCoversNamesNobody() {
    String jwt = issue(Set.of(PidClaim.values())).split("~")[0];

    assertThat(everythingReadableIn(jwt))
        .contains("\"vct\":\"urn:eudi:pid:1\"", "\"typ\":\"dc+sd-jwt\"", "\"alg\":\"ES256\"")
        .doesNotContain("Mari", "unapuu", "39901012239", "1999", "Tartu");
  }

  @Test
  void valuesComeBackAsTheyWere() {
    PidClaims person = verified(issue(Set.of(PidClaim.values()))).person();

    assertThat(person.text(PidClaim.FAMILY_NAME)).contains("Õunapuu");
    assertThat(person.text(PidClaim.GIVEN_NAME_LATIN)).isEmpty();
    assertThat(person.date(PidClaim.BIRTHDATE)).contains(LocalDate.of(1999, 1, 1));
    assertThat(person.number(PidClaim.SEX)).contains(2L);
    assertThat(person.texts(PidClaim.NATIONALITIES)).containsExactly("EE");
    assertThat(person.object(PidClaim.LEGAL_PERSON).orElseThrow())
        .containsEntry("legal_name", "Õun OÜ");
    assertThat(person.toString()).doesNotContain("unapuu", "1999");
  }

  @Test
  void noCharacterOfTheJwtCanBeChanged() {
    String sdJwt = issue(MINIMUM);
    KeyRing ring = installation.keyRing();
    int jwtLength = sdJwt.indexOf('~');

    assertThat(
            IntStream.range(0, jwtLength)
                .filter(at -> sdJwt.charAt(at) != 'A')
                .mapToObj(at -> sdJwt.substring(0, at) + 'A' + sdJwt.substring(at + 1)))
        .hasSizeGreaterThan(1_000)
        .noneSatisfy(
            changed ->
                assertThat(verify(changed, ring)).isInstanceOf(AttestationOutcome.Verified.class));
  }

  @Test
  void noCharacterOfADisclosureCanBeChanged() {
    String sdJwt = issue(MINIMUM);
    KeyRing ring = installation.keyRing();
    int jwtLength = sdJwt.indexOf('~');

    assertThat(
            IntStream.range(jwtLength + 1, sdJwt.length() - 1)
                .filter(at -> sdJwt.charAt(at) != 'B' && sdJwt.charAt(at) != '~')
                .mapToObj(at -> sdJwt.substring(0, at) + 'B' + sdJwt.substring(at + 1)))
        .hasSizeGreaterThan(400)
        .allSatisfy(
            changed ->
                assertThat(verify(changed, ring))
                    .isEqualTo(refused(AttestationRefusal.DISCLOSURE_NOT_SIGNED)));
  }

  @Test
  void aDisclosureCanNeitherBeInventedNorBorrowed() {
    String sdJwt = issue(MINIMUM);
    String invented = disclosure("[\"salt\",\"email\",\"me@example.test\"]");
    String borrowed =
        new AttestationIssuer(estonian, SaltSource.random(new SecureRandom()))
            .issue(ATTESTATION, Set.of(PidClaim.ADDRESS))
            .split("~")[1];

    assertThat(verify(sdJwt + invented + "~"))
        .isEqualTo(refused(AttestationRefusal.DISCLOSURE_NOT_SIGNED));
    assertThat(verify(sdJwt + borrowed + "~"))
        .isEqualTo(refused(AttestationRefusal.DISCLOSURE_NOT_SIGNED));
    assertThat(verify(sdJwt + "~")).isEqualTo(refused(AttestationRefusal.DISCLOSURE_NOT_SIGNED));
  }

  @Test
  void aDisclosureCountsOnce() {
    String sdJwt = issue(MINIMUM);
    String first = sdJwt.split("~")[1];

    assertThat(verify(sdJwt + first + "~"))
        .isEqualTo(refused(AttestationRefusal.DUPLICATE_DISCLOSURE));
  }

  @Test
  void withholdingADisclosureOnlyHidesIt() {
    String sdJwt = issue(MINIMUM);
    String birthdate =
        Stream.of(sdJwt.split("~"))
            .filter(part -> text(part).contains("birthdate"))
            .findAny()
            .orElseThrow();

    PidClaims seen = verified(sdJwt.replace(birthdate + "~", "")).person();

    assertThat(seen.names()).hasSize(6).doesNotContain(PidClaim.BIRTHDATE);
  }

  @Test
  void whatTheIssuerItselfGetsWrongIsRefused() {
    assertThat(verify(withDisclosure("[\"salt\",\"email\",\"a\"]", "[\"salt2\",\"email\",\"b\"]")))
        .isEqualTo(refused(AttestationRefusal.DUPLICATE_DISCLOSURE));
    assertThat(verify(withDisclosure("[\"salt\",\"iss\",\"urn:else\"]")))
        .isEqualTo(refused(AttestationRefusal.MALFORMED_DISCLOSURE));
    assertThat(verify(withDisclosure("[\"salt\",\"_sd\",[]]")))
        .isEqualTo(refused(AttestationRefusal.MALFORMED_DISCLOSURE));
    assertThat(verify(withDisclosure("[\"salt\",\"...\",\"a\"]")))
        .isEqualTo(refused(AttestationRefusal.MALFORMED_DISCLOSURE));
    assertThat(verify(withDisclosure("[\"salt\",\"email\"]")))
        .isEqualTo(refused(AttestationRefusal.MALFORMED_DISCLOSURE));
    assertThat(verify(withDisclosure("[\"salt\",\"email\",7]")))
        .isEqualTo(refused(AttestationRefusal.MALFORMED_DISCLOSURE));
    assertThat(verify(withDisclosure("[\"salt\",\"email\",null]")))
        .isEqualTo(refused(AttestationRefusal.MALFORMED_DISCLOSURE));
    assertThat(verify(withDisclosure("{}")))
        .isEqualTo(refused(AttestationRefusal.MALFORMED_DISCLOSURE));
    assertThat(verify(withDisclosure("[".repeat(15_000))))
        .isEqualTo(refused(AttestationRefusal.MALFORMED_DISCLOSURE));
    assertThat(verify(withDisclosure("[\"salt\",\"address\",{\"_sd\":\"x\"}]")))
        .isEqualTo(refused(AttestationRefusal.MALFORMED_DISCLOSURE));
    assertThat(verify(withDisclosure("[\"salt\",\"birthdate\",\"1999-02-30\"]")))
        .isEqualTo(refused(AttestationRefusal.MALFORMED_DISCLOSURE));
  }

  /** RFC 9901, section 7.1: a claim that everybody sees is not disclosed once more. */
  @Test
  void aDisclosureDoesNotStandBesideASignedClaimOfItsName() {
    String disclosure = disclosure("[\"salt\",\"email\",\"a\"]");
    String jwt =
        withClaims(claims -> with(with(claims, "_sd", List.of(digest(disclosure))), "email", "b"));

    assertThat(verify(jwt + disclosure + "~"))
        .isEqualTo(refused(AttestationRefusal.MALFORMED_DISCLOSURE));
    assertThat(verify(withDisclosure("[\"salt\",\"email\",\"a\"]")))
        .isInstanceOf(AttestationOutcome.Verified.class);
  }

  @Test
  void digestsAreEachSignedOnceAndBySha256() {
    assertThat(verify(withClaims(claims -> with(claims, "_sd", List.of("a", "a")))))
        .isEqualTo(refused(AttestationRefusal.DUPLICATE_DIGEST));
    assertThat(verify(withClaims(claims -> with(claims, "_sd_alg", "sha-1"))))
        .isEqualTo(refused(AttestationRefusal.MALFORMED));
    assertThat(verify(withClaims(claims -> with(claims, "_sd", "a"))))
        .isEqualTo(refused(AttestationRefusal.MALFORMED));
  }

  @Test
  void anAttestationOfAnotherKindOrWithoutAClaimIsRefused() {
    assertThat(verify(withClaims(claims -> with(claims, "vct", "urn:eudi:diploma:1"))))
        .isEqualTo(refused(AttestationRefusal.MALFORMED_CLAIMS));
    assertThat(
            List.of("vct", "jti", "iss", "aud", "nonce", "exp", "acr", "issuing_country", "status"))
        .allSatisfy(
            claim ->
                assertThat(verify(withClaims(claims -> without(claims, claim))))
                    .isEqualTo(refused(AttestationRefusal.MALFORMED_CLAIMS)));
    assertThat(verify(withClaims(claims -> with(claims, "exp", "tomorrow"))))
        .isEqualTo(refused(AttestationRefusal.MALFORMED_CLAIMS));
    assertThat(
            verify(withClaims(claims -> with(claims, "aud", List.of("no-lanekassen", "se-csn")))))
        .isEqualTo(refused(AttestationRefusal.MALFORMED_CLAIMS));
    assertThat(verify(withClaims(claims -> without(claims, "iat"))))
        .isEqualTo(refused(AttestationRefusal.MALFORMED));
  }

  @Test
  void anAttestationIsForItsRequesterItsExchangeAndItsTime() {
    String sdJwt = issue(MINIMUM);
    Instant end = ATTESTATION.expiresAt();

    assertThat(verify(sdJwt, expected(EE, Attested.ISSUER, "no-nav", Attested.NONCE)))
        .isEqualTo(refused(AttestationRefusal.WRONG_AUDIENCE));
    assertThat(verify(sdJwt, expected(EE, Attested.ISSUER, Attested.AUDIENCE, "another")))
        .isEqualTo(refused(AttestationRefusal.WRONG_NONCE));
    assertThat(verify(sdJwt, expected(EE, "urn:other", Attested.AUDIENCE, Attested.NONCE)))
        .isEqualTo(refused(AttestationRefusal.WRONG_ISSUER));
    assertThat(verify(sdJwt, end.minusMillis(1))).isInstanceOf(AttestationOutcome.Verified.class);
    assertThat(verify(sdJwt, end)).isEqualTo(refused(AttestationRefusal.EXPIRED));
  }

  @Test
  void anAttestationMayBeFromTheFutureByFiveMinutes() {
    String sdJwt = issue(MINIMUM);
    Instant early = ATTESTATION.issuedAt().minus(Duration.ofMinutes(5));

    assertThat(verify(sdJwt, early)).isInstanceOf(AttestationOutcome.Verified.class);
    assertThat(verify(sdJwt, early.minusMillis(1)))
        .isEqualTo(refused(AttestationRefusal.NOT_YET_VALID));
  }

  @Test
  void theKeyMustBeTheIssuersForThisPurpose() throws Exception {
    String norwegian = issueWith(installation.keys().keys(NO, "attestation"));

    assertThat(verify(norwegian)).isEqualTo(refused(AttestationRefusal.KEY_NOT_ACCEPTED));
    assertThat(verify(signedWith(statusKey())))
        .isEqualTo(refused(AttestationRefusal.KEY_NOT_ACCEPTED));
    assertThat(verify(issue(MINIMUM), new KeyRing(installation.keys().anchors(), provider)))
        .isInstanceOf(AttestationOutcome.UnknownKey.class);
  }

  @Test
  void anotherCountryCannotIssueInTheNameOfThisOne() {
    String norwegian = issueWith(installation.keys().keys(NO, "attestation"));

    assertThat(verify(norwegian, expected(NO, Attested.ISSUER, Attested.AUDIENCE, Attested.NONCE)))
        .isEqualTo(refused(AttestationRefusal.WRONG_ISSUER));
  }

  @Test
  void aRevokedKeyRefusesAllAndARotatedOneOnlyWhatCameLater() {
    String before = issue(MINIMUM);
    installation.pass(Duration.ofMinutes(5));
    var country = installation.keys().operate(EE);
    KeyUse use = new KeyUse("attestation", KeyPurpose.ATTESTATION_SIGNATURE);

    country.rotate(List.of(use));
    assertThat(verify(before)).isInstanceOf(AttestationOutcome.Verified.class);

    country.revoke(Jws.parse(before.split("~")[0], "dc+sd-jwt", 9_999).orElseThrow().keyId());
    assertThat(verify(before)).isEqualTo(refused(AttestationRefusal.KEY_REVOKED));
  }

  @Test
  void anotherAlgorithmTypeOrParameterIsRefused() {
    String[] jwt = issue(MINIMUM).split("~")[0].split("\\.");
    String kid = text(jwt[0]).replaceAll(".*\"kid\":\"([^\"]+)\".*", "$1");
    Stream<String> headers =
        Stream.of(
            "{\"alg\":\"none\",\"typ\":\"dc+sd-jwt\",\"kid\":\"KID\"}",
            "{\"alg\":\"HS256\",\"typ\":\"dc+sd-jwt\",\"kid\":\"KID\"}",
            "{\"alg\":\"ES384\",\"typ\":\"dc+sd-jwt\",\"kid\":\"KID\"}",
            "{\"alg\":\"EdDSA\",\"typ\":\"dc+sd-jwt\",\"kid\":\"KID\"}",
            "{\"alg\":\"ES256\",\"typ\":\"JWT\",\"kid\":\"KID\"}",
            "{\"alg\":\"ES256\",\"kid\":\"KID\"}",
            "{\"alg\":\"ES256\",\"typ\":\"dc+sd-jwt\"}",
            "{\"alg\":\"ES256\",\"typ\":\"dc+sd-jwt\",\"kid\":\"../ee\"}",
            "{\"alg\":\"ES256\",\"typ\":\"dc+sd-jwt\",\"kid\":\"KID\",\"jku\":\"http://k.test\"}",
            "{\"alg\":\"ES256\",\"typ\":\"dc+sd-jwt\",\"kid\":\"KID\",\"crit\":[\"b64\"]}",
            "{\"alg\":\"ES256\",\"alg\":\"none\",\"typ\":\"dc+sd-jwt\",\"kid\":\"KID\"}",
            "[]",
            "null",
            "{".repeat(300),
            "");

    assertThat(headers.map(header -> header.replace("KID", kid)))
        .allSatisfy(
            header -> {
              String encoded = Base64URL.encode(header).toString();
              assertThat(verify(encoded + '.' + jwt[1] + '.' + jwt[2] + '~'))
                  .isEqualTo(refused(AttestationRefusal.MALFORMED));
              assertThat(verify(encoded + '.' + jwt[1] + ".~"))
                  .isEqualTo(refused(AttestationRefusal.MALFORMED));
            });
  }

  @Test
  void aSignatureOfZerosIsNone() {
    String[] jwt = issue(MINIMUM).split("~")[0].split("\\.");
    String zeros = Base64URL.encode(new byte[64]).toString();

    assertThat(verify(jwt[0] + '.' + jwt[1] + '.' + zeros + '~'))
        .isEqualTo(refused(AttestationRefusal.BAD_SIGNATURE));
  }

  @Test
  void whatIsNoSdJwtIsRefused() {
    String sdJwt = issue(MINIMUM);

    assertThat(
            Stream.of(
                "",
                "~",
                "~~",
                ".~",
                "..~",
                "...~",
                "a.b.c~",
                sdJwt.substring(0, sdJwt.length() - 1),
                sdJwt + sdJwt,
                sdJwt + "a.b.c",
                " " + sdJwt,
                sdJwt.replaceFirst("\\.", ".."),
                sdJwt.replaceFirst("~", ".~"),
                "~".repeat(31_000),
                "a".repeat(40_000) + "~",
                sdJwt.replace('.', '~')))
        .allSatisfy(
            garbage -> assertThat(verify(garbage)).isInstanceOf(AttestationOutcome.Refused.class));
  }

  private String issue(Set<PidClaim> disclosed) {
    return new AttestationIssuer(estonian, Attested.salts()).issue(ATTESTATION, disclosed);
  }

  private static String issueWith(ServiceKeys keys) {
    return new AttestationIssuer(keys, Attested.salts()).issue(ATTESTATION, MINIMUM);
  }

  private HeldKey statusKey() {
    return estonian.current(KeyPurpose.STATUS_SIGNATURE, START);
  }

  private HeldKey issuingKey() {
    return estonian.current(KeyPurpose.ATTESTATION_SIGNATURE, START);
  }

  private String signedWith(HeldKey key) throws Exception {
    return Jws.sign("dc+sd-jwt", claims(), key, provider) + "~";
  }

  private Map<String, Object> claims() throws Exception {
    return JSONObjectUtils.parse(text(issue(MINIMUM).split("[~.]")[1]));
  }

  /** Signed by the real issuer, but with other claims. */
  private String withClaims(UnaryOperator<Map<String, Object>> change) {
    try {
      return Jws.sign("dc+sd-jwt", change.apply(claims()), issuingKey(), provider) + "~";
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  /** Signed by the real issuer, disclosures and all. */
  private String withDisclosure(String... json) {
    List<String> disclosures = Stream.of(json).map(Attestations::disclosure).toList();
    List<String> digests = disclosures.stream().map(Attestations::digest).toList();
    return withClaims(claims -> with(claims, "_sd", digests)) + String.join("~", disclosures) + "~";
  }

  private static Map<String, Object> with(Map<String, Object> claims, String name, Object value) {
    Map<String, Object> changed = new HashMap<>(claims);
    changed.put(name, value);
    return changed;
  }

  private static Map<String, Object> without(Map<String, Object> claims, String name) {
    Map<String, Object> changed = new HashMap<>(claims);
    changed.remove(name);
    return changed;
  }

  private static String disclosure(String json) {
    return Base64URL.encode(json).toString();
  }

  private static String digest(String disclosure) {
    try {
      return Base64URL.encode(
              MessageDigest.getInstance("SHA-256")
                  .digest(disclosure.getBytes(StandardCharsets.US_ASCII)))
          .toString();
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  private static String everythingReadableIn(String sdJwt) {
    return String.join("\n", Arrays.stream(sdJwt.split("[~.]")).map(Attestations::text).toList());
  }

  private static String text(String part) {
    return new Base64URL(part).decodeToString();
  }

  private static Expected expected(
      CountryCode country, String issuer, String audience, String nonce) {
    return new Expected(country, issuer, audience, nonce);
  }

  private Attestation verified(String sdJwt) {
    return switch (verify(sdJwt)) {
      case AttestationOutcome.Verified(Attestation attestation) -> attestation;
      case AttestationOutcome.UnknownKey(var keyId) -> throw new AssertionError(keyId);
      case AttestationOutcome.Refused(var reason) -> throw new AssertionError(reason);
    };
  }

  private AttestationOutcome verify(String sdJwt) {
    return verify(sdJwt, EXPECTED);
  }

  private AttestationOutcome verify(String sdJwt, Expected expected) {
    return new AttestationVerifier(installation.keyRing()).verify(sdJwt, expected, START);
  }

  private AttestationOutcome verify(String sdJwt, Instant now) {
    return new AttestationVerifier(installation.keyRing()).verify(sdJwt, EXPECTED, now);
  }

  private AttestationOutcome verify(String sdJwt, KeyRing ring) {
    return new AttestationVerifier(ring).verify(sdJwt, EXPECTED, START);
  }

  private static AttestationOutcome refused(AttestationRefusal reason) {
    return new AttestationOutcome.Refused(reason);
  }
}
