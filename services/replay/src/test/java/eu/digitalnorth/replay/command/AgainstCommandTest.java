package eu.digitalnorth.replay.command;

import static eu.digitalnorth.replay.command.CommandLineFixture.run;
import static org.assertj.core.api.Assertions.assertThat;

import eu.digitalnorth.replay.bundle.Recordings;
import eu.digitalnorth.replay.command.CommandLineFixture.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is refused before anything is started. */
class AgainstCommandTest {
  @TempDir private Path folder;

  private String home;

  @BeforeEach
  void buildAService() throws IOException {
    home = System.getProperty("exchange.home");
    Path target = Files.createDirectories(folder.resolve("services/evidence/target"));
    Files.createFile(target.resolve("evidence-1.0-SNAPSHOT.jar"));
    Files.writeString(target.resolve("classpath.txt"), "");
    System.setProperty("exchange.home", folder.toString());
  }

  @AfterEach
  void forgetIt() {
    if (home == null) {
      System.clearProperty("exchange.home");
    } else {
      System.setProperty("exchange.home", home);
    }
  }

  private Path recording() {
    return Recordings.write(folder.resolve("r"), Recordings.random(1, 20));
  }

  @Test
  void aServiceThatTheSandboxDoesNotKnow() {
    Result result = run("against", recording(), "--service", "portal", "--country", "ee");

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("--service takes: evidence");
  }

  @Test
  void aCountryThatThereIsNot() {
    assertThat(run("against", recording(), "--service", "evidence", "--country", "xx").err())
        .contains("There is no country XX");
    assertThat(
            run("against", folder.resolve("r"), "--service", "evidence", "--country", "eesti")
                .exitCode())
        .isEqualTo(2);
  }

  @Test
  void aRecordingThatThereIsNot() {
    Result result =
        run("against", folder.resolve("none"), "--service", "evidence", "--country", "ee");

    assertThat(result.exitCode()).isEqualTo(3);
    assertThat(result.err()).contains("There is no recording");
  }

  @Test
  void aRecordingWithoutAnchorsOrKeys() {
    Result result = run("against", recording(), "--service", "evidence", "--country", "ee");

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("no anchors", "--keys");
  }

  @Test
  void aJarThatThereIsNotAndOptionsThatExcludeEachOther() {
    Path recording = recording();

    assertThat(
            run(
                    "against",
                    recording,
                    "--service",
                    "evidence",
                    "--country",
                    "ee",
                    "--jar",
                    folder.resolve("none.jar"))
                .err())
        .contains("There is no jar");
    assertThat(
            run(
                    "against",
                    recording,
                    "--service",
                    "evidence",
                    "--country",
                    "ee",
                    "--without-keys",
                    "--keys",
                    folder)
                .err())
        .contains("exclude each other");
  }
}
