package eu.digitalnorth.replay.command;

import static eu.digitalnorth.replay.command.CommandLineFixture.run;
import static org.assertj.core.api.Assertions.assertThat;

import eu.digitalnorth.replay.bundle.Bundle;
import eu.digitalnorth.replay.bundle.BundleWriter;
import eu.digitalnorth.replay.bundle.RecordedRecord;
import eu.digitalnorth.replay.bundle.Recordings;
import eu.digitalnorth.replay.bundle.ZipPacking;
import eu.digitalnorth.replay.command.CommandLineFixture.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReplayCommandTest {
  @TempDir private Path folder;

  static Stream<String> commands() {
    return ReplayCommand.commandLine().getSubcommands().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyCommandHasHelpWithExamples(String command) {
    Result help = run(command, "--help");

    assertThat(help.exitCode()).isZero();
    assertThat(help.out())
        .startsWith("Usage: replay " + command)
        .contains("Examples:", "exchange replay " + command);
  }

  @ParameterizedTest
  @ValueSource(strings = {"list", "show", "redrive"})
  void everyCommandAboutDeadLettersHasHelpWithExamples(String command) {
    Result help = CommandLineFixture.execute(DeadLettersCommand.commandLine(), command, "--help");

    assertThat(help.exitCode()).isZero();
    assertThat(help.out()).contains("Examples:", "exchange dead-letters " + command);
  }

  @Test
  void withoutACommandItTellsWhichThereAre() {
    Result result = run();

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("Which command?", "capture", "Exit codes:");
  }

  @Test
  void aWholeRecordingIsVerifiedAndItsDigestTold() {
    Path bundle = Recordings.write(folder.resolve("r"), Recordings.random(1, 20));
    String digest;
    try (Bundle opened = Bundle.open(bundle)) {
      digest = opened.digest();
    }

    assertThat(run("verify", bundle).out()).contains("20 records", digest);
    assertThat(run("verify", bundle, "--digest", digest).exitCode()).isZero();
    assertThat(run("verify", bundle, "--digest", "0".repeat(64)).exitCode()).isEqualTo(1);
  }

  @Test
  void everyAlteredFileIsNamed() throws IOException {
    Path bundle = Recordings.write(folder.resolve("r"), Recordings.random(2, 50));
    for (String file : List.of("topic.0-0.avro", "topic.1-2.avro")) {
      Path path = bundle.resolve("records").resolve(file);
      byte[] bytes = Files.readAllBytes(path);
      bytes[bytes.length / 2] ^= 1;
      Files.write(path, bytes);
    }

    Result result = run("verify", bundle);

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.err())
        .contains("records/topic.0-0.avro has another hash", "records/topic.1-2.avro");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aRecordingWithAFlippedByteInAnyFileIsNeitherVerifiedNorReplayed(boolean zipped)
      throws IOException {
    Path bundle = Recordings.write(folder.resolve("r"), Recordings.random(4, 30));
    List<Path> files;
    if (zipped) {
      Path zip = folder.resolve("r.zip");
      ZipPacking.pack(bundle, zip);
      bundle = zip;
      files = List.of(zip);
    } else {
      try (Stream<Path> all = Files.walk(bundle)) {
        files = all.filter(Files::isRegularFile).toList();
      }
    }
    Path nowhere = Files.writeString(folder.resolve("c"), "bootstrap.servers=127.0.0.1:1");

    for (Path file : files) {
      byte[] good = Files.readAllBytes(file);
      for (int at : new int[] {0, good.length / 2, good.length - 1}) {
        byte[] bad = good.clone();
        bad[at] ^= 1;
        Files.write(file, bad);
        refused(run("verify", bundle), file);
        refused(run("run", bundle, "--connection", nowhere), file);
      }
      Files.write(file, good);
    }
    assertThat(run("verify", bundle).exitCode()).isZero();
  }

  /** As altered, or as no zip any more that could be read. */
  private static void refused(Result result, Path file) {
    assertThat(result.exitCode()).isIn(1, 9);
    assertThat(result.err()).contains(file.getFileName().toString());
  }

  @Test
  void eachWayOfBeingNoRecordingHasOneLineAndItsExitCode() {
    List<RecordedRecord> records = Recordings.random(3, 10);
    Path unfinished = folder.resolve("unfinished");
    BundleWriter.create(unfinished, Recordings.plan(records)).close();

    run("verify", folder.resolve("nothing")).failed(3, "There is no recording");
    run("verify", folder).failed(3, "is no recording");
    run("inspect", unfinished).failed(3, "capture --resume " + unfinished);
    Path zip = folder.resolve("r.zip");
    BundleWriter.create(folder.resolve("r.zip.unfinished"), Recordings.plan(records)).close();
    assertThat(List.of(run("inspect", zip), run("inspect", folder.resolve("r.zip.unfinished"))))
        .allSatisfy(
            result -> assertThat(result.err()).endsWith("replay capture --resume " + zip + "\n"));
    run("verify").failed(2, "Missing required parameter");
  }

  @Test
  void captureRefusesWhatCannotBeMeant() throws IOException {
    Path there = Files.writeString(folder.resolve("there.zip"), "");
    Path connection =
        Files.writeString(
            folder.resolve("c"), "bootstrap.servers=127.0.0.1:1\nrequest.timeout.ms=500");
    Path bundle = folder.resolve("new");

    run("capture", bundle, "--live", "--to", "end").failed(2, "--live has no end");
    run("capture", bundle, "--for", "1m").failed(2, "--for is for --live");
    run("capture", bundle, "--live", "--for", "soon").failed(2, "a duration as 15m");
    run("capture", bundle, "--connection", folder.resolve("no")).failed(2, "cannot be read");
    run("capture", bundle, "--data", folder).failed(2, "As whom?");
    run("capture", there, "--connection", connection).failed(9, "exists already");
    run("capture", "--resume", bundle, "--connection", connection).failed(3, "no unfinished");
    run("capture", "--resume", there, "--connection", connection).failed(3, "there.zip is whole");
    assertThat(bundle).doesNotExist();
  }
}
