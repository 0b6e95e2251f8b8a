package eu.digitalnorth.replay.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.replay.bundle.Bundle;
import eu.digitalnorth.replay.bundle.BundleWriter;
import eu.digitalnorth.replay.bundle.Damage;
import eu.digitalnorth.replay.bundle.Recordings;
import eu.digitalnorth.replay.capture.RecordedKeys;
import eu.digitalnorth.trust.KeyDirectory;
import eu.digitalnorth.trust.key.KeyUse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SandboxKeysTest {
  private static final CountryCode EE = new CountryCode("EE");
  private static final CountryCode NO = new CountryCode("NO");

  @TempDir private Path folder;

  private Path installation;
  private Path target;

  @BeforeEach
  void makeKeys() {
    installation = folder.resolve("installation");
    target = folder.resolve("target");
    new KeyDirectory(installation).createMissing(List.of(EE, NO));
  }

  private Bundle recording(Map<String, String> keys) {
    Path bundle = folder.resolve("recording");
    try (BundleWriter writer =
        BundleWriter.create(bundle, Recordings.plan(Recordings.random(1, 10)))) {
      keys.forEach(writer::keep);
      writer.finish(Recordings.NOW);
    }
    return Bundle.openVerified(bundle);
  }

  @Test
  void anOrdinaryRecordingHasPublicAnchorsAndNothingElse() {
    try (Bundle bundle = recording(RecordedKeys.anchors(installation))) {
      assertThat(bundle.manifest().keys()).containsExactly("anchors/ee.jwk", "anchors/no.jwk");
      assertThat(bundle.manifest().bearsPrivateKeys()).isFalse();
      assertThat(bundle.key("anchors/ee.jwk")).doesNotContain("\"d\"");
    }
  }

  @Test
  void aSyntheticInstallationsKeysAreThoseThatServicesUse() {
    try (Bundle bundle = recording(RecordedKeys.ofSynthetic(installation, List.of(EE, NO)))) {
      assertThat(bundle.manifest().bearsPrivateKeys()).isTrue();
      assertThat(bundle.manifest().keys())
          .contains(
              "private-keys/ee/evidence/message-signature.json",
              "private-keys/ee/national/encryption.json",
              "private-keys/ee/pseudonym.key")
          .noneMatch(path -> path.endsWith("anchor.jwk") || path.contains("password"));

      new SandboxKeys.OfRecording().place(bundle, EE, target);
    }

    assertThat(new KeyDirectory(target).anchors())
        .isEqualTo(new KeyDirectory(installation).anchors());
    assertThat(new KeyDirectory(target).pseudonyms(EE).of("scheme", "1"))
        .isEqualTo(new KeyDirectory(installation).pseudonyms(EE).of("scheme", "1"));
    assertThat(target.resolve("no")).doesNotExist();
    assertThat(target.resolve("ee/national/encryption.json"))
        .hasSameTextualContentAs(installation.resolve("ee/national/encryption.json"))
        .satisfies(
            file ->
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------"));
  }

  @Test
  void newKeysDoNotChangeTheAnchors() {
    try (Bundle bundle = recording(RecordedKeys.anchors(installation))) {
      new SandboxKeys.None().place(bundle, EE, target);
    }

    assertThat(new KeyDirectory(target).anchors())
        .isEqualTo(new KeyDirectory(installation).anchors());
    assertThat(new KeyDirectory(target).operate(EE).uses()).containsAll(KeyUse.STANDARD);
  }

  @Test
  void withoutPrivateKeysSomebodyMustSayWhatIsToBeDone() {
    try (Bundle bundle = recording(RecordedKeys.anchors(installation))) {
      assertThat(new SandboxKeys.OfRecording().objection(bundle, EE))
          .hasValueSatisfying(
              why -> assertThat(why).contains("no private keys", "--keys", "--without-keys"));
      assertThat(new SandboxKeys.None().objection(bundle, EE)).isEmpty();
      assertThat(new SandboxKeys.OfInstallation(installation).objection(bundle, EE)).isEmpty();
      assertThat(
              new SandboxKeys.OfInstallation(installation).objection(bundle, new CountryCode("LV")))
          .isPresent();
    }
  }

  @Test
  void anAlteredKeyIsNoticed() throws Exception {
    try (Bundle bundle = recording(RecordedKeys.anchors(installation))) {
      Files.writeString(
          bundle.path().resolve("anchors/ee.jwk"),
          Files.readString(bundle.path().resolve("anchors/no.jwk")));

      assertThat(bundle.verify()).extracting(Damage::file).containsExactly("anchors/ee.jwk");
    }
  }
}
