package eu.digitalnorth.trust.status;

import static eu.digitalnorth.trust.Installation.EE;
import static eu.digitalnorth.trust.Installation.NO;
import static eu.digitalnorth.trust.Installation.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.JSONObjectUtils;
import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.trust.Installation;
import eu.digitalnorth.trust.crypto.CryptoProvider;
import eu.digitalnorth.trust.jose.Jws;
import eu.digitalnorth.trust.key.KeyPurpose;
import eu.digitalnorth.trust.key.KeyRing;
import eu.digitalnorth.trust.key.ServiceKeys;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatusListTest {
  private static final String URI = "https://ee.test/status/1";
  private static final Instant ISSUED = START.truncatedTo(ChronoUnit.SECONDS);
  private static final Duration TTL = Duration.ofMinutes(5);
  private static final StatusList LIST =
      StatusList.of(100, Map.of(0, Status.INVALID, 3, Status.SUSPENDED, 99, Status.INVALID));
  private static final StatusListToken TOKEN =
      new StatusListToken(URI, ISSUED, ISSUED.plus(Duration.ofHours(1)), TTL, LIST);

  @TempDir Path folder;
  private Installation installation;
  private ServiceKeys keys;

  @BeforeEach
  void install() {
    installation = new Installation(folder, CryptoProvider.best());
    keys = installation.keys().keys(EE, "attestation");
  }

  @Test
  void eachPlaceHasItsStatus() {
    assertThat(LIST.size()).isEqualTo(100);
    assertThat(LIST.get(0)).contains(Status.INVALID);
    assertThat(LIST.get(1)).contains(Status.VALID);
    assertThat(LIST.get(3)).contains(Status.SUSPENDED);
    assertThat(LIST.get(99)).contains(Status.INVALID);
  }

  @Test
  void whatIsNotInTheListHasNoStatus() {
    assertThat(LIST.get(-1)).isEmpty();
    assertThat(LIST.get(100)).isEmpty();
    assertThat(LIST.get(Integer.MAX_VALUE)).isEmpty();
    assertThat(LIST.get(Integer.MIN_VALUE)).isEmpty();
    assertThatThrownBy(() -> StatusList.of(1, Map.of(1, Status.INVALID)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** draft-ietf-oauth-status-list, section 4.1: example of a list of one bit. */
  @Test
  void theDraftsExampleOfOneBitIsRead() {
    StatusList list = decompressed(1, "eNrbuRgAAhcBXQ");

    assertThat(HexFormat.of().formatHex(list.bytes())).isEqualTo("b9a3");
    assertThat(codes(list)).containsExactly(1, 0, 0, 1, 1, 1, 0, 1, 1, 1, 0, 0, 0, 1, 0, 1);
  }

  /** The same, of two bits; status 3 is one that is not known here. */
  @Test
  void theDraftsExampleOfTwoBitsIsRead() {
    StatusList list = decompressed(2, "eNo76fITAAPfAgc");

    assertThat(HexFormat.of().formatHex(list.bytes())).isEqualTo("c944f9");
    assertThat(codes(list)).containsExactly(1, 2, 0, -1, 0, 1, 0, 1, 1, 2, -1, -1);
  }

  @Test
  void aSignedListIsVerified() {
    StatusListToken read = verified(sign(TOKEN));

    assertThat(read).isEqualTo(TOKEN);
    assertThat(read.freshUntil()).isEqualTo(ISSUED.plus(TTL));
  }

  @Test
  void aListIsStaleWhenANewerOneIsDueOrItExpires() {
    String brief = sign(new StatusListToken(URI, ISSUED, ISSUED.plusSeconds(10), TTL, LIST));

    assertThat(verify(sign(TOKEN), ISSUED.plus(TTL).minusMillis(1)))
        .isInstanceOf(StatusListOutcome.Verified.class);
    assertThat(verify(sign(TOKEN), ISSUED.plus(TTL))).isEqualTo(refused(StatusListRefusal.STALE));
    assertThat(verify(brief, ISSUED.plusSeconds(10))).isEqualTo(refused(StatusListRefusal.STALE));
  }

  @Test
  void aListMayBeFromTheFutureByFiveMinutes() {
    Instant early = ISSUED.minusSeconds(300);

    assertThat(verify(sign(TOKEN), early)).isInstanceOf(StatusListOutcome.Verified.class);
    assertThat(verify(sign(TOKEN), early.minusMillis(1)))
        .isEqualTo(refused(StatusListRefusal.NOT_YET_VALID));
  }

  @Test
  void anotherListOrAnothersKeyIsRefused() {
    String norwegian =
        new StatusListIssuer(installation.keys().keys(NO, "attestation")).sign(TOKEN);
    String byAttestationKey =
        Jws.sign(
            "statuslist+jwt",
            TOKEN.claims(),
            keys.current(KeyPurpose.ATTESTATION_SIGNATURE, START),
            keys.provider());

    assertThat(verify(sign(TOKEN), EE, "https://ee.test/status/2"))
        .isEqualTo(refused(StatusListRefusal.WRONG_LIST));
    assertThat(verify(norwegian, EE, URI)).isEqualTo(refused(StatusListRefusal.KEY_NOT_ACCEPTED));
    assertThat(verify(byAttestationKey, EE, URI))
        .isEqualTo(refused(StatusListRefusal.KEY_NOT_ACCEPTED));
    assertThat(
            new StatusListVerifier(new KeyRing(installation.keys().anchors()))
                .verify(sign(TOKEN), EE, URI, START))
        .isInstanceOf(StatusListOutcome.UnknownKey.class);
  }

  @Test
  void noCharacterCanBeChanged() {
    String jwt = sign(TOKEN);
    StatusListVerifier verifier = new StatusListVerifier(installation.keyRing());

    assertThat(
            IntStream.range(0, jwt.length())
                .filter(at -> jwt.charAt(at) != 'C')
                .mapToObj(at -> jwt.substring(0, at) + 'C' + jwt.substring(at + 1)))
        .hasSizeGreaterThan(300)
        .noneSatisfy(
            changed ->
                assertThat(verifier.verify(changed, EE, URI, START))
                    .isInstanceOf(StatusListOutcome.Verified.class));
  }

  @Test
  void aListThatSwellsIsRefused() {
    String bomb = Base64URL.encode(Zlib.compress(new byte[50_000_000])).toString();

    assertThat(bomb.length()).isLessThan(100_000);
    assertThat(
            verify(signWith(claims -> claims.put("status_list", Map.of("bits", 1, "lst", bomb)))))
        .isEqualTo(refused(StatusListRefusal.MALFORMED));
  }

  @Test
  void whatTheIssuerItselfGetsWrongIsRefused() {
    List<Consumer<Map<String, Object>>> mistakes =
        List.of(
            claims -> claims.remove("sub"),
            claims -> claims.remove("exp"),
            claims -> claims.remove("ttl"),
            claims -> claims.remove("iat"),
            claims -> claims.remove("status_list"),
            claims -> claims.put("ttl", -1),
            claims -> claims.put("exp", "later"),
            claims -> claims.put("status_list", Map.of("bits", 3, "lst", "eNrbuRgAAhcBXQ")),
            claims -> claims.put("status_list", Map.of("bits", 1, "lst", "eNrbuRgAAhcBXQAA")),
            claims -> claims.put("status_list", Map.of("bits", 1, "lst", "eNrbuRg")),
            claims -> claims.put("status_list", Map.of("bits", 1, "lst", "")),
            claims -> claims.put("status_list", Map.of("bits", 1)));

    assertThat(mistakes)
        .allSatisfy(
            mistake ->
                assertThat(verify(signWith(mistake)))
                    .isEqualTo(refused(StatusListRefusal.MALFORMED)));
  }

  @Test
  void aListOfAMillionIsSmallWhereFewAreRevoked() {
    Map<Integer, Status> revoked = new HashMap<>();
    IntStream.range(0, 1_000).forEach(i -> revoked.put(i * 999, Status.INVALID));

    String jwt =
        sign(
            new StatusListToken(
                URI, ISSUED, ISSUED.plusSeconds(600), TTL, StatusList.of(1_000_000, revoked)));

    assertThat(jwt.length()).isLessThan(20_000);
    assertThat(verified(jwt).list().get(999)).contains(Status.INVALID);
  }

  private static StatusList decompressed(int bits, String lst) {
    return new StatusList(bits, Zlib.decompress(new Base64URL(lst).decode(), 1_000).orElseThrow());
  }

  private static List<Integer> codes(StatusList list) {
    return IntStream.range(0, list.size())
        .mapToObj(i -> list.get(i).map(Status::code).orElse(-1))
        .toList();
  }

  private String sign(StatusListToken token) {
    return new StatusListIssuer(keys).sign(token);
  }

  /** Signed by the real issuer, but with other claims. */
  private String signWith(Consumer<Map<String, Object>> mistake) {
    try {
      Map<String, Object> claims =
          new HashMap<>(
              JSONObjectUtils.parse(new Base64URL(sign(TOKEN).split("\\.")[1]).decodeToString()));
      mistake.accept(claims);
      return Jws.sign(
          "statuslist+jwt",
          claims,
          keys.current(KeyPurpose.STATUS_SIGNATURE, START),
          keys.provider());
    } catch (ParseException e) {
      throw new AssertionError(e);
    }
  }

  private StatusListToken verified(String jwt) {
    return switch (verify(jwt)) {
      case StatusListOutcome.Verified(StatusListToken token) -> token;
      case StatusListOutcome.UnknownKey(var keyId) -> throw new AssertionError(keyId);
      case StatusListOutcome.Refused(var reason) -> throw new AssertionError(reason);
    };
  }

  private StatusListOutcome verify(String jwt) {
    return verify(jwt, START);
  }

  private StatusListOutcome verify(String jwt, Instant now) {
    return new StatusListVerifier(installation.keyRing()).verify(jwt, EE, URI, now);
  }

  private StatusListOutcome verify(String jwt, CountryCode country, String uri) {
    return new StatusListVerifier(installation.keyRing()).verify(jwt, country, uri, START);
  }

  private static StatusListOutcome refused(StatusListRefusal reason) {
    return new StatusListOutcome.Refused(reason);
  }
}
