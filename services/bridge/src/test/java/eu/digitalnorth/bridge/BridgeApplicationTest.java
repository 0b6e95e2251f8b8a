package eu.digitalnorth.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** As a process, since it ends one. */
class BridgeApplicationTest {
  @TempDir private Path folder;

  @Test
  void withoutAFileItSaysSoInALineAndEndsWithTwo() throws Exception {
    assertThat(run()).isEqualTo("2 bridge: Give the file with the settings, and nothing else\n");
  }

  @Test
  void aFileThatIsNotThereIsNamed() throws Exception {
    assertThat(run("none.properties")).isEqualTo("2 bridge: none.properties cannot be read\n");
  }

  @Test
  void whatIsWrongInTheFileIsSaid() throws Exception {
    Path file = Files.writeString(folder.resolve("bridge.properties"), "clusters=ee\n");

    assertThat(run(file.toString()))
        .isEqualTo("2 bridge: Set clusters to the names of two, as in clusters=ee,no\n");
  }

  private static String run(String... arguments) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                BridgeApplication.class.getName()));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return process.waitFor() + " " + output;
  }
}
