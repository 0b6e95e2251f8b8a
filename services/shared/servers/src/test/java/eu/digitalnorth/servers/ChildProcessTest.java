package eu.digitalnorth.servers;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildProcessTest {
  private static final String STACK =
      "Exception: no\\n\\tat a.B.c(B.java:1)\\nCaused by: the disk is full\\n"
          + "\\t... 38 common frames omitted\\n";

  @TempDir private Path folder;

  @Test
  void whoEndsInsteadOfStartingIsQuotedWithoutTheFramesOfItsStack() {
    ChildProcess child =
        ChildProcess.start(
            ChildCommand.of(
                "broken", List.of("bash", "-c", "printf '%b' '" + STACK + "'; exit 3"), Map.of()),
            folder);

    assertThatThrownBy(() -> child.awaitReady(() -> false, Duration.ofSeconds(60)))
        .isInstanceOf(ServerException.class)
        .hasMessageContainingAll(
            "broken ended (code 3)", "Exception: no", "Caused by: the disk is full", "broken.log")
        .hasMessageNotContainingAny("B.java", "common frames");
    child.stop(Duration.ofSeconds(1));
  }
}
