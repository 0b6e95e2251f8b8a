package eu.digitalnorth.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.trust.key.KeyUse;
import eu.digitalnorth.trust.key.MissingKeyException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyDirectoryTest {
  private static final CountryCode EE = CountryCode.of("ee");
  private static final CountryCode NO = CountryCode.of("no");
  private static final int RACERS = 16;

  @TempDir Path folder;

  @Test
  void secretKeysAreReadableByTheirOwnerOnly() throws IOException {
    directory().createMissing(List.of(EE));

    assertThat(secretFiles())
        .hasSize(2 + KeyUse.STANDARD.size())
        .allSatisfy(
            file ->
                assertThat(Files.getPosixFilePermissions(file))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------")));
  }

  @Test
  void aKeyThatIsThereStays() {
    directory().createMissing(List.of(EE));
    String before = pseudonym(EE);

    directory().createMissing(List.of(EE, NO));

    assertThat(pseudonym(EE)).isEqualTo(before);
  }

  @Test
  void eachCountryHasAKeyOfItsOwn() {
    directory().createMissing(List.of(EE, NO));

    assertThat(pseudonym(EE)).isNotEqualTo(pseudonym(NO));
  }

  @Test
  void ofManyWhoCreateTheSameKeyOneWinsAndNoDraftIsLeft() throws Exception {
    List<String> seen;
    try (ExecutorService executor = Executors.newFixedThreadPool(RACERS)) {
      List<Future<String>> racers =
          IntStream.range(0, RACERS).mapToObj(i -> executor.submit(this::createAndUse)).toList();
      seen = racers.stream().map(KeyDirectoryTest::result).toList();
    }

    assertThat(seen).hasSize(RACERS).containsOnly(pseudonym(EE));
    try (Stream<Path> files = Files.walk(folder)) {
      assertThat(files).noneMatch(file -> file.toString().endsWith(".tmp"));
    }
    assertThat(directory().operate(EE).statements()).hasSize(KeyUse.STANDARD.size());
  }

  @Test
  void aMissingKeyIsNamed() {
    assertThatThrownBy(() -> directory().pseudonyms(EE))
        .isInstanceOf(MissingKeyException.class)
        .hasMessageContaining(keyOf("ee").toString());
  }

  @Test
  void aDamagedKeyIsNamedAndNotShown() throws IOException {
    Files.createDirectories(folder.resolve("ee"));
    Files.writeString(keyOf("ee"), "c2hvcnQ=");

    assertThatThrownBy(() -> directory().pseudonyms(EE))
        .isInstanceOf(MissingKeyException.class)
        .hasMessageContaining(keyOf("ee").toString())
        .hasMessageNotContaining("c2hvcnQ");
  }

  private List<Path> secretFiles() throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("ee"))) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  private String createAndUse() {
    directory().createMissing(List.of(EE));
    return pseudonym(EE);
  }

  private static String result(Future<String> racer) {
    try {
      return racer.get();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private String pseudonym(CountryCode country) {
    return directory().pseudonyms(country).of("scheme", "identifier");
  }

  private KeyDirectory directory() {
    return new KeyDirectory(folder);
  }

  private Path keyOf(String country) {
    return folder.resolve(country).resolve("pseudonym.key");
  }
}
