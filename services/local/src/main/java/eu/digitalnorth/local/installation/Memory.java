package eu.digitalnorth.local.installation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** How much memory a process and its children take, in bytes. */
public final class Memory {
  private static final long KILOBYTE = 1024;

  private Memory() {}

  /**
   * On Linux the proportional set size (what is shared counts once, in parts), elsewhere the
   * resident set size; empty if it cannot be told.
   */
  public static OptionalLong of(long pid) {
    return ProcessHandle.of(pid).map(Memory::withDescendants).orElse(OptionalLong.empty());
  }

  /** The same without the children. */
  public static OptionalLong ofAlone(long pid) {
    long kilobytes = kilobytes(pid);
    return kilobytes == 0 ? OptionalLong.empty() : OptionalLong.of(kilobytes * KILOBYTE);
  }

  private static OptionalLong withDescendants(ProcessHandle process) {
    long sum =
        Stream.concat(Stream.of(process), process.descendants())
            .mapToLong(one -> kilobytes(one.pid()))
            .sum();
    return sum == 0 ? OptionalLong.empty() : OptionalLong.of(sum * KILOBYTE);
  }

  private static long kilobytes(long pid) {
    Path rollup = Path.of("/proc", Long.toString(pid), "smaps_rollup");
    try (Stream<String> lines = Files.lines(rollup)) {
      return lines
          .filter(line -> line.startsWith("Pss:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
          .findFirst()
          .orElse(0);
    } catch (IOException | java.io.UncheckedIOException e) {
      return residentKilobytes(pid);
    }
  }

  private static long residentKilobytes(long pid) {
    try {
      Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(pid)).start();
      String answer =
          new String(ps.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      return answer.isEmpty() ? 0 : Long.parseLong(answer);
    } catch (IOException | NumberFormatException e) {
      return 0;
    }
  }
}
