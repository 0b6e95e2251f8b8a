package eu.digitalnorth.replay.command;

import static eu.digitalnorth.replay.command.CommandLineFixture.run;
import static org.assertj.core.api.Assertions.assertThat;

import eu.digitalnorth.replay.bundle.Recordings;
import eu.digitalnorth.replay.command.CommandLineFixture.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
    against(recording(), "--service", "portal").failed(2, "--service takes: evidence");
  }

  @Test
  void aCountryThatThereIsNot() {
    against(recording(), "--country", "xx").failed(2, "There is no country XX");
    against(folder.resolve("r"), "--country", "eesti").failed(2, "two letters");
  }

  @Test
  void aRecordingThatThereIsNot() {
    against(folder.resolve("none")).failed(3, "There is no recording");
  }

  @Test
  void aRecordingWithoutAnchorsOrKeys() {
    Result result = against(recording());

    result.failed(2, "no anchors");
    assertThat(result.err()).contains("--keys");
  }

  @Test
  void aJarThatThereIsNotAndOptionsThatExcludeEachOther() {
    Path recording = recording();

    against(recording, "--jar", folder.resolve("none.jar")).failed(2, "There is no jar");
    against(recording, "--without-keys", "--keys", folder).failed(2, "exclude each other");
  }

  /** Of Estonia's evidence, unless the options say something else. */
  private static Result against(Path recording, Object... options) {
    List<Object> arguments = new ArrayList<>(List.of("against", recording));
    arguments.addAll(List.of(options));
    if (!arguments.contains("--service")) {
      arguments.addAll(List.of("--service", "evidence"));
    }
    if (!arguments.contains("--country")) {
      arguments.addAll(List.of("--country", "ee"));
    }
    return run(arguments.toArray());
  }
}
