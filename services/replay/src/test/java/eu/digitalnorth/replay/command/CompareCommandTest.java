package eu.digitalnorth.replay.command;

import static eu.digitalnorth.replay.command.CommandLineFixture.run;
import static org.assertj.core.api.Assertions.assertThat;

import eu.digitalnorth.messaging.envelope.Header;
import eu.digitalnorth.replay.bundle.RecordedRecord;
import eu.digitalnorth.replay.bundle.Recordings;
import eu.digitalnorth.replay.command.CommandLineFixture.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareCommandTest {
  @TempDir private Path folder;
  private Path recorded;
  private Path replayed;

  @BeforeEach
  void write() {
    recorded = Recordings.write(folder.resolve("recorded"), List.of(thing("t", "a", "00-a")));
    replayed =
        Recordings.write(folder.resolve("replayed"), List.of(thing("replay.t", "b", "00-b")));
  }

  private static RecordedRecord thing(String topic, String id, String trace) {
    return Recordings.record(
        topic, 0, 0, "k", Recordings.thing(1, 7, id), Header.of("traceparent", trace));
  }

  @Test
  void aDifferenceIsShownAndIsExitCodeOne() {
    Result result = run("compare", recorded, replayed);

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.out())
        .contains("$.value.id", "recorded  \"a\"", "replayed  \"b\"", "1 difference.");
  }

  @Test
  void whatIsIgnoredIsNoDifferenceAndStrictlyMoreIs() {
    assertThat(run("compare", recorded, replayed, "--ignore", "$.value.id").exitCode()).isZero();
    assertThat(run("compare", recorded, replayed, "--as", "$.value.id=presence").exitCode())
        .isZero();
    assertThat(run("compare", recorded, replayed, "--ignore", "$.value.id", "--strict").out())
        .contains("$.headers.traceparent[0]");
  }

  @Test
  void reportsAreWrittenForTheirOwnerOnlyAndAreTheSameEachTime() throws IOException {
    Path html = folder.resolve("report.html");
    Path junit = folder.resolve("report.xml");
    Path json = folder.resolve("report.json");
    Object[] command = {
      "compare", recorded, replayed, "--html", html, "--junit", junit, "--json", json
    };

    run(command);
    List<String> first =
        List.of(Files.readString(html), Files.readString(junit), Files.readString(json));
    run(command);

    assertThat(List.of(Files.readString(html), Files.readString(junit), Files.readString(json)))
        .isEqualTo(first)
        .allMatch(report -> report.contains("$.value.id"));
    assertThat(Files.getPosixFilePermissions(html)).hasSize(2);
  }

  @Test
  void whatAReplaySaysAboutARecordIsNoDifference() {
    Path faulty =
        Recordings.write(
            folder.resolve("faulty"),
            List.of(
                Recordings.record(
                    "replay.t",
                    0,
                    0,
                    "k",
                    Recordings.thing(1, 7, "a"),
                    Header.of("replay-run", "1"),
                    Header.of("replay-origin", "t-0@0"),
                    Header.of("replay-link", "00-a"),
                    Header.of("replay-fault", "reorder"))));

    assertThat(run("compare", recorded, faulty).exitCode()).isZero();
    assertThat(run("compare", recorded, faulty, "--strict").out())
        .contains("$.headers['replay-fault']", "$.headers['replay-run']");
  }

  @Test
  void aTopicThatNeitherHasIsNotEqual() {
    run("compare", recorded, replayed, "--topic", "t,other")
        .failed(7, "Neither recording has the topic other");
    assertThat(run("compare", recorded, replayed, "--topic", "t").exitCode()).isEqualTo(1);
  }

  @Test
  void aReportThatCannotBeWrittenLeavesNothing() throws IOException {
    Path folderInItsPlace =
        Files.createDirectories(folder.resolve("taken").resolve("x")).getParent();

    run("compare", recorded, replayed, "--html", folderInItsPlace).failed(9, "taken");

    assertThat(folder.resolve("taken.tmp")).doesNotExist();
  }

  @Test
  void whatCannotBeMeantIsRefused() {
    assertThat(run("compare", recorded).exitCode()).isEqualTo(2);
    run("compare", recorded, replayed, "--ignore", "$[").failed(2, "$[ is no JSON path.");
    run("compare", recorded, replayed, "--strickt").failed(2, "compare --help tells");
    assertThat(run("compare", recorded, replayed, "--as", "$.a=b").exitCode()).isEqualTo(2);
    assertThat(run("compare", recorded, folder.resolve("nothing")).exitCode()).isEqualTo(3);
    assertThat(run("compare", recorded, replayed, "--html", folder.resolve("no/report")).exitCode())
        .isEqualTo(9);
  }
}
