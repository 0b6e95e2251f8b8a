package eu.digitalnorth.systemtests.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** {@code exchange load} beside the containers, and what it says when it ends. */
final class Load {
  private static final int PATIENCE_MINUTES = 20;

  private final Path output;
  private final Process process;

  private Load(Path output, Process process) {
    this.output = output;
    this.process = process;
  }

  /** Returns when the first exchanges are being started. */
  static Load start(int perSecond, int seconds, int lifetime) {
    try {
      Path output = Files.createTempFile("load", ".txt");
      Process process =
          Compose.exchange(
              output,
              "load",
              "--per-second=" + perSecond,
              "--seconds=" + seconds,
              "--lifetime=" + lifetime);
      Load load = new Load(output, process);
      await().atMost(Duration.ofMinutes(2)).until(() -> load.text().contains("each second"));
      return load;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether exchanges are still being started. */
  boolean isUnderWay() {
    return !text().contains("were accepted");
  }

  /** What became of the exchanges; fails if one was lost, or anything was there twice. */
  LoadResult end() {
    try {
      assertThat(process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    System.out.println(text());
    assertThat(process.exitValue()).as(text()).isZero();
    return LoadResult.in(text());
  }

  private String text() {
    try {
      return Files.readString(output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
