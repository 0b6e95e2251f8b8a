package eu.digitalnorth.replay.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.digitalnorth.messaging.topic.Service;
import eu.digitalnorth.replay.ReplayException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceProgramTest {
  @TempDir private Path folder;

  private Path jar(String name, String... entries) throws IOException {
    Path jar = folder.resolve(name);
    Files.createDirectories(jar.getParent());
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
      for (String entry : entries) {
        out.putNextEntry(new ZipEntry(entry));
      }
    }
    return jar;
  }

  @Test
  void aChangedJarTakesThePlaceOfTheOneOfTheSameProject() throws IOException {
    Path service = jar("evidence-1.0.jar", "META-INF/maven/eu.x/evidence/pom.properties");
    Path library = jar("country-1.0.jar", "META-INF/maven/eu.x/country/pom.properties");
    Path changed = jar("changed.jar", "META-INF/maven/eu.x/country/pom.properties");

    ServiceProgram program =
        new ServiceProgram(Service.EVIDENCE, List.of(service, library)).with(changed);

    assertThat(program.classPath()).containsExactly(changed, service);
  }

  @Test
  void orOfTheSameName() throws IOException {
    Path library = jar("country-1.0.jar");
    Path changed = jar("other/country-1.0.jar");

    assertThat(new ServiceProgram(Service.EVIDENCE, List.of(library)).with(changed).classPath())
        .containsExactly(changed);
  }

  @Test
  void whatHasNoPlaceYetComesFirst() throws IOException {
    Path library = jar("country-1.0.jar");
    Path changed = jar("patch.jar");

    assertThat(new ServiceProgram(Service.EVIDENCE, List.of(library)).with(changed).classPath())
        .containsExactly(changed, library);
  }

  @Test
  void aJarIsFoundFromAnyFolder() throws IOException {
    Path here = Path.of("").toAbsolutePath().relativize(jar("changed.jar"));

    assertThat(new ServiceProgram(Service.EVIDENCE, List.of()).with(here).classPath())
        .allMatch(Path::isAbsolute)
        .hasSize(1);
  }

  @Test
  void whatIsNoJarOrHasItsLibrariesInItIsRefused() throws IOException {
    ServiceProgram program = new ServiceProgram(Service.EVIDENCE, List.of());
    Path text = Files.writeString(folder.resolve("text.jar"), "no jar");
    Path whole = jar("evidence-exec.jar", "BOOT-INF/");

    assertThatThrownBy(() -> program.with(folder.resolve("missing.jar")))
        .isInstanceOf(ReplayException.class)
        .hasMessageStartingWith("There is no jar");
    assertThatThrownBy(() -> program.with(text)).hasMessageEndingWith("is no jar.");
    assertThatThrownBy(() -> program.with(whole)).hasMessageContaining("-exec");
  }

  @Test
  void whatWasNotBuiltIsTold() {
    assertThatThrownBy(() -> ServiceProgram.built(folder, Service.EVIDENCE))
        .isInstanceOf(ReplayException.class)
        .hasMessageContaining("evidence was not built");
  }
}
