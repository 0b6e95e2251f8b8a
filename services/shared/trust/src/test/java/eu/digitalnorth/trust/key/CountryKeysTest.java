package eu.digitalnorth.trust.key;

import static eu.digitalnorth.trust.Installation.EE;
import static eu.digitalnorth.trust.Installation.NO;
import static eu.digitalnorth.trust.Installation.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.util.JSONObjectUtils;
import eu.digitalnorth.trust.Installation;
import eu.digitalnorth.trust.crypto.CryptoProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CountryKeysTest {
  private static final KeyUse EVIDENCE = new KeyUse("evidence", KeyPurpose.MESSAGE_SIGNATURE);
  private static final Duration DAY = Duration.ofDays(1);

  @TempDir Path folder;
  private Installation installation;
  private CountryKeys estonia;

  @BeforeEach
  void install() {
    installation = new Installation(folder, CryptoProvider.best());
    estonia = installation.keys().operate(EE);
  }

  @Test
  void eachUseHasAKeyOfItsOwnAndTheAnchorVouchesForIt() {
    assertThat(estonia.uses()).containsExactlyInAnyOrderElementsOf(KeyUse.STANDARD);
    assertThat(estonia.statements())
        .hasSize(KeyUse.STANDARD.size())
        .extracting(statement -> statement.claim().keyId())
        .doesNotHaveDuplicates();
    KeyRing ring = new KeyRing(installation.keys().anchors());
    assertThat(estonia.statements()).extracting(ring::add).containsOnly(Admission.ADDED);
  }

  @Test
  void whatIsThereStays() {
    List<KeyStatement> before = estonia.statements();

    estonia.createMissing(KeyUse.STANDARD);
    estonia.createMissing(List.of(new KeyUse("replay", KeyPurpose.MESSAGE_SIGNATURE)));

    assertThat(estonia.statements()).hasSize(before.size() + 1).containsAll(before);
  }

  @Test
  void anAnchorThatAnOperatorConfiguredIsKept() throws IOException {
    Path anchor = folder.resolve("anchors/ee.jwk");
    Files.copy(folder.resolve("anchors/no.jwk"), anchor, StandardCopyOption.REPLACE_EXISTING);

    estonia.createMissing(KeyUse.STANDARD);

    KeyRing ring = new KeyRing(installation.keys().anchors());
    assertThat(estonia.statements())
        .extracting(ring::add)
        .containsOnly(Admission.NOT_SIGNED_BY_ANCHOR);
  }

  @Test
  void publicAnchorsShowNoSecretAndPrivateOnesAreTheOwners() throws IOException {
    assertThat(Files.readString(folder.resolve("anchors/ee.jwk"))).doesNotContain("\"d\"");
    assertThat(Files.readString(folder.resolve("ee/anchor.jwk"))).contains("\"d\"");
    assertThat(PosixFilePermissions.toString(permissions("ee/anchor.jwk"))).isEqualTo("rw-------");
    assertThat(PosixFilePermissions.toString(permissions("anchors/ee.jwk"))).isEqualTo("rw-r--r--");
  }

  @Test
  void aRunningServiceSignsWithTheNewKeyWithinSeconds() {
    ServiceKeys running = installation.keys().keys(EE, "evidence");
    KeyId old = current(running);
    installation.pass(DAY);

    KeyId successor = estonia.rotate(List.of(EVIDENCE)).getFirst().claim().keyId();

    await().atMost(Duration.ofSeconds(3)).until(() -> current(running).equals(successor));
    assertThat(
            running.current(KeyPurpose.MESSAGE_SIGNATURE, installation.now().minusMillis(1)).id())
        .isEqualTo(old);
    assertThat(running.find(KeyPurpose.MESSAGE_SIGNATURE, old)).isPresent();
  }

  @Test
  void theOldKeyEndsAfterTheOverlapAndItsEndStays() {
    KeyId first = current(installation.keys().keys(EE, "evidence"));
    installation.pass(DAY);
    estonia.rotate(List.of(EVIDENCE));
    installation.pass(DAY);
    estonia.rotate(List.of(EVIDENCE));

    assertThat(claims(EVIDENCE)).hasSize(3);
    assertThat(claims(EVIDENCE).getFirst().keyId()).isEqualTo(first);
    assertThat(claims(EVIDENCE))
        .extracting(KeyClaim::validUntil)
        .containsExactly(
            START.plus(DAY).plus(CountryKeys.OVERLAP),
            START.plus(DAY).plus(DAY).plus(CountryKeys.OVERLAP),
            null);
  }

  @Test
  void ofTwoKeysOfTheSameMomentTheSuccessorIsUsed() {
    KeyId successor = estonia.rotate(List.of(EVIDENCE)).getFirst().claim().keyId();
    KeyId encryption =
        estonia.rotate(List.of(KeyUse.NATIONAL_ENCRYPTION)).getFirst().claim().keyId();

    assertThat(current(installation.keys().keys(EE, "evidence"))).isEqualTo(successor);
    assertThat(installation.keyRing().current(EE, KeyUse.NATIONAL_ENCRYPTION, START))
        .get()
        .extracting(TrustedKey::id)
        .isEqualTo(encryption);
  }

  @Test
  void rotatingOneUseLeavesTheOthers() {
    List<KeyStatement> before = estonia.statements();
    installation.pass(DAY);

    estonia.rotate(List.of(EVIDENCE));

    assertThat(estonia.statements())
        .filteredOn(statement -> !statement.claim().use().equals(EVIDENCE))
        .isSubsetOf(before);
  }

  @Test
  void rotatingEverythingGivesEveryUseANewKey() {
    installation.pass(DAY);

    assertThat(estonia.rotate(estonia.uses())).hasSize(KeyUse.STANDARD.size());

    assertThat(estonia.statements()).hasSize(2 * KeyUse.STANDARD.size());
  }

  @Test
  void aRevokedKeyIsSucceededFromTheTimeThatItWasValid() {
    ServiceKeys running = installation.keys().keys(EE, "evidence");
    KeyId old = current(running);
    installation.pass(DAY);

    KeyClaim revoked = estonia.revoke(old).orElseThrow().claim();

    assertThat(revoked.revokedAt()).isEqualTo(START.plus(DAY));
    await().atMost(Duration.ofSeconds(3)).until(() -> !current(running).equals(old));
    HeldKey successor = running.current(KeyPurpose.MESSAGE_SIGNATURE, START);
    assertThat(successor.claim().validFrom()).isEqualTo(START);
    assertThat(running.find(KeyPurpose.MESSAGE_SIGNATURE, old)).isPresent();
  }

  @Test
  void revokingAnOldKeyNeedsNoSuccessorAndRevokingTwiceChangesNothing() {
    KeyId old = current(installation.keys().keys(EE, "evidence"));
    installation.pass(DAY);
    estonia.rotate(List.of(EVIDENCE));
    KeyStatement revoked = estonia.revoke(old).orElseThrow();
    installation.pass(DAY);

    assertThat(estonia.revoke(old)).contains(revoked);
    assertThat(claims(EVIDENCE)).hasSize(2);
  }

  @Test
  void aKeyThatTheCountryDoesNotHaveCannotBeRevoked() {
    KeyId norwegian = installation.keys().operate(NO).statements().getFirst().claim().keyId();

    assertThat(estonia.revoke(norwegian)).isEmpty();
  }

  @Test
  void ofManyWhoRotateAtOnceNoneLosesAKey() throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      List<Future<List<KeyStatement>>> rotations =
          IntStream.range(0, 16)
              .mapToObj(i -> threads.submit(() -> estonia.rotate(List.of(EVIDENCE))))
              .toList();
      for (Future<List<KeyStatement>> rotation : rotations) {
        KeyClaim successor = rotation.get().getFirst().claim();
        assertThat(claims(EVIDENCE)).extracting(KeyClaim::keyId).contains(successor.keyId());
      }
    }

    assertThat(claims(EVIDENCE)).hasSize(17);
  }

  @Test
  void aServiceNeedsNoAnchorToSignAndAnOperatorDoesToRotate() throws IOException {
    Files.delete(folder.resolve("ee/anchor.jwk"));

    assertThat(current(installation.keys().keys(EE, "evidence"))).isNotNull();
    assertThatThrownBy(() -> estonia.rotate(List.of(EVIDENCE)))
        .isInstanceOf(MissingKeyException.class)
        .hasMessageContaining("anchor.jwk");
  }

  @Test
  void aDamagedFileIsNamedAndNotShown() throws Exception {
    Path file = folder.resolve("ee/evidence/message-signature.json");
    String good = Files.readString(file);
    String secret = secret(good);

    assertThat(
            Stream.of(
                "",
                "{}",
                "{\"keys\":[]}",
                "{\"keys\":[{}]}",
                good.substring(0, good.length() / 2),
                good.replace("\"crv\":\"Ed25519\"", "\"crv\":\"X25519\""),
                good.replace("\"validFrom\"", "\"from\""),
                good.replace(secret, secret.substring(1))))
        .allSatisfy(
            damaged -> {
              Files.writeString(file, damaged);
              assertThatThrownBy(() -> current(installation.keys().keys(EE, "evidence")))
                  .isInstanceOf(MissingKeyException.class)
                  .hasMessageContaining("message-signature.json")
                  .hasNoCause()
                  .hasMessageNotContaining(secret.substring(1));
            });
  }

  @Test
  void anAnchorThatIsNoneStopsEverything() throws IOException {
    Files.writeString(
        folder.resolve("anchors/ee.jwk"), Files.readString(folder.resolve("ee/anchor.jwk")));

    assertThatThrownBy(() -> installation.keys().anchors())
        .isInstanceOf(MissingKeyException.class)
        .hasMessageContaining("ee.jwk is no public anchor");
  }

  @Test
  void secretsAreNotInWhatIsPrinted() throws Exception {
    String secret = secret(Files.readString(folder.resolve("ee/evidence/message-signature.json")));
    HeldKey key =
        installation.keys().keys(EE, "evidence").current(KeyPurpose.MESSAGE_SIGNATURE, START);

    assertThat(key + " " + key.statement() + " " + key.claim()).doesNotContain(secret);
  }

  private static String secret(String keyFile) throws Exception {
    Map<String, Object> first =
        JSONObjectUtils.getJSONObjectArray(JSONObjectUtils.parse(keyFile), "keys")[0];
    return JWK.parse(JSONObjectUtils.getJSONObject(first, "jwk"))
        .toOctetKeyPair()
        .getD()
        .toString();
  }

  private Set<PosixFilePermission> permissions(String file) throws IOException {
    return Files.getPosixFilePermissions(folder.resolve(file));
  }

  private KeyId current(ServiceKeys keys) {
    return keys.current(KeyPurpose.MESSAGE_SIGNATURE, installation.now()).id();
  }

  private List<KeyClaim> claims(KeyUse use) {
    return estonia.statements().stream()
        .map(KeyStatement::claim)
        .filter(claim -> claim.use().equals(use))
        .toList();
  }
}
