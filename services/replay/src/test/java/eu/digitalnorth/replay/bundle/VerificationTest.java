package eu.digitalnorth.replay.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.digitalnorth.replay.ReplayException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is changed is noticed, and named. */
class VerificationTest {
  /** Per file, spread over it: each takes a whole verification. */
  private static final int MOST_FLIPS = 400;

  @TempDir private Path folder;

  @Test
  void anyFlippedByteOfAnyFileIsNoticedAndTheFileNamed() throws IOException {
    Path bundle = Recordings.write(folder.resolve("r"), Recordings.random(1, 8));

    try (Stream<Path> files = Files.walk(bundle)) {
      assertThat(files.filter(Files::isRegularFile))
          .hasSizeGreaterThan(5)
          .allSatisfy(file -> everyFlipIsNoticed(bundle, file, file.getFileName().toString()));
    }
  }

  @Test
  void anyFlippedByteOfAZipIsNoticedAndTheZipOrTheFileInItNamed() throws IOException {
    Path zip = folder.resolve("r.zip");
    ZipPacking.pack(Recordings.write(folder.resolve("r"), Recordings.random(2, 5)), zip);

    everyFlipIsNoticed(zip, zip, "r.zip");
  }

  @Test
  void aMissingFileIsNamed() throws IOException {
    Path bundle = Recordings.write(folder.resolve("r"), Recordings.random(3, 15));
    Files.delete(
        bundle.resolve("schemas").resolve(Recordings.hash(Recordings.VERSIONS.get(0)) + ".avsc"));

    assertThat(damages(bundle)).singleElement().asString().contains(".avsc is missing");
  }

  @Test
  void aFileThatNobodyRecordedIsNamed() throws IOException {
    Path bundle = Recordings.write(folder.resolve("r"), Recordings.random(4, 15));
    Files.writeString(bundle.resolve("records").resolve("mine-0.avro"), "");

    assertThat(damages(bundle))
        .containsExactly(new Damage("records/mine-0.avro", "is not in the manifest"));
  }

  @Test
  void aManifestThatLeadsOutOfTheBundleIsRefused() throws IOException {
    Path bundle = Recordings.write(folder.resolve("r"), Recordings.random(6, 15));
    Path outside = Files.copy(bundle.resolve("records/topic.0-0.avro"), folder.resolve("outside"));
    Path manifest = bundle.resolve("manifest.json");
    String led =
        Files.readString(manifest).replace("records/topic.0-0.avro", "../" + outside.getFileName());
    Files.writeString(manifest, led);
    Files.writeString(bundle.resolve("manifest.json.sha256"), ManifestDigest.line(Sha256.of(led)));

    assertThat(damages(bundle)).contains(new Damage("../outside", "is no file of a recording"));
  }

  @Test
  void whatIsInAZipOfOthersIsCheckedAllTheSame() throws IOException {
    Path bundle = Recordings.write(folder.resolve("r"), Recordings.random(5, 15));
    Path zip = folder.resolve("theirs.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip));
        Stream<Path> files = Files.walk(bundle)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        out.putNextEntry(new ZipEntry(bundle.relativize(file).toString()));
        Files.copy(file, out);
        out.closeEntry();
      }
    }

    assertThat(damages(zip)).isEmpty();
  }

  private static List<Damage> damages(Path path) {
    try (Bundle bundle = Bundle.open(path)) {
      return bundle.verify();
    }
  }

  private static void everyFlipIsNoticed(Path bundle, Path file, String named) {
    try {
      byte[] good = Files.readAllBytes(file);
      int step = Math.max(1, good.length / MOST_FLIPS);
      for (int i = 0; i < good.length; i += step) {
        byte[] bad = good.clone();
        bad[i] ^= (byte) (1 << i % 8);
        Files.write(file, bad);
        assertThatThrownBy(() -> Bundle.openVerified(bundle).close(), "byte %d of %s", i, file)
            .isInstanceOf(ReplayException.class)
            .hasMessageContaining(named);
      }
      Files.write(file, good);
      assertThat(damages(bundle)).isEmpty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
