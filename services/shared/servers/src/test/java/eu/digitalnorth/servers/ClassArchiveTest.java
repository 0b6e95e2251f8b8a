package eu.digitalnorth.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassArchiveTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  @TempDir private Path folder;
  private Path archive;
  private String classPath;

  @BeforeEach
  void write() throws IOException {
    archive = written("it.jsa", NOON);
    classPath =
        written("one.jar", NOON.minusSeconds(60))
            + File.pathSeparator
            + written("two.jar", NOON)
            + File.pathSeparator
            + folder.resolve("missing.jar");
  }

  @Test
  void anArchiveOfTheseJarsIsUsed() {
    assertThat(ClassArchive.options(archive, classPath))
        .contains("-XX:SharedArchiveFile=" + archive);
    assertThat(archive).exists();
  }

  @Test
  void anArchiveThatIsOlderThanAJarIsForgotten() throws IOException {
    written("two.jar", NOON.plusSeconds(1));

    assertThat(ClassArchive.options(archive, classPath))
        .contains("-XX:SharedArchiveFile=" + archive);
    assertThat(archive).doesNotExist();
  }

  @Test
  void whereThereIsNoneAnArchiveIsMade() throws IOException {
    Files.delete(archive);

    assertThat(ClassArchive.options(archive, classPath))
        .contains("-XX:+AutoCreateSharedArchive", "-XX:SharedArchiveFile=" + archive);
  }

  private Path written(String name, Instant at) throws IOException {
    Path file = Files.writeString(folder.resolve(name), name);
    return Files.setLastModifiedTime(file, FileTime.from(at));
  }
}
