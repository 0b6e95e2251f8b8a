package eu.digitalnorth.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrphansTest {
  private static final long NO_PROCESS = Integer.MAX_VALUE;

  @TempDir Path directory;
  private final List<String> lines = new ArrayList<>();
  private final List<ChildProcess> children = new ArrayList<>();

  @AfterEach
  void killChildren() {
    children.forEach(ChildProcess::kill);
  }

  @Test
  void anOrphanIsStoppedAndForgottenAndNothingElseIs() {
    ChildProcess orphan = sleeper("orphan");
    ChildProcess stranger = sleeper("stranger", directory.resolve("elsewhere"));
    record(orphan, recordOf(orphan, orphan.pid(), "sleep", NO_PROCESS));

    Orphans.stopIn(directory, lines::add);

    assertThat(orphan.isAlive()).isFalse();
    assertThat(stranger.isAlive()).isTrue();
    assertThat(pidFile(orphan)).doesNotExist();
    assertThat(lines).singleElement().asString().contains("orphan", Long.toString(orphan.pid()));
  }

  @Test
  void aProcessThatOnlyHasTheSameIdIsSpared() {
    ChildProcess later = sleeper("later");
    ProcessRecord ofEarlier =
        new ProcessRecord(later.pid(), Instant.EPOCH, "sleep", "TERM", NO_PROCESS, Instant.EPOCH);
    record(later, ofEarlier);

    Orphans.stopIn(directory, lines::add);

    assertThat(later.isAlive()).isTrue();
    assertThat(pidFile(later)).doesNotExist();
  }

  @Test
  void anotherProgramIsSpared() {
    ChildProcess other = sleeper("other");
    record(other, recordOf(other, other.pid(), "java", NO_PROCESS));

    Orphans.stopIn(directory, lines::add);

    assertThat(other.isAlive()).isTrue();
  }

  @Test
  void aProcessWhoseParentLivesIsInUse() {
    ChildProcess child = sleeper("child");

    assertThatThrownBy(() -> Orphans.stopIn(directory, lines::add))
        .isInstanceOf(ServerException.class)
        .hasMessageContaining("in use")
        .hasMessageContaining(Long.toString(child.pid()));
    assertThat(child.isAlive()).isTrue();
    assertThat(Orphans.isInUse(directory)).isTrue();
  }

  @Test
  void aHalfWrittenRecordIsNoObstacle() throws Exception {
    Files.createDirectories(directory.resolve("run"));
    Files.writeString(directory.resolve("run/half.pid"), "pid=");

    Orphans.stopIn(directory, lines::add);

    assertThat(directory.resolve("run/half.pid")).doesNotExist();
  }

  private ChildProcess sleeper(String name) {
    return sleeper(name, directory);
  }

  private ChildProcess sleeper(String name, Path home) {
    ChildProcess child =
        ChildProcess.start(ChildCommand.of(name, List.of("sleep", "60"), Map.of()), home);
    children.add(child);
    ProcessRecord record = ProcessRecord.read(home.resolve("run/" + name + ".pid")).orElseThrow();
    await().until(() -> record.process().isPresent()); // setsid becomes sleep a moment later
    return child;
  }

  private static ProcessRecord recordOf(
      ChildProcess child, long pid, String executable, long parent) {
    Instant startedAt =
        ProcessHandle.of(child.pid()).orElseThrow().info().startInstant().orElseThrow();
    return new ProcessRecord(pid, startedAt, executable, "TERM", parent, Instant.EPOCH);
  }

  private void record(ChildProcess child, ProcessRecord record) {
    record.write(pidFile(child));
  }

  private Path pidFile(ChildProcess child) {
    return directory.resolve("run").resolve(child.name() + ".pid");
  }
}
