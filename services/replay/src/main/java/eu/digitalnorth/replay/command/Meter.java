package eu.digitalnorth.replay.command;

import eu.digitalnorth.replay.Watcher;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * Shows how far something has come, with its rate and the time left: on a terminal in one line that
 * changes each second, elsewhere in a line each ten seconds.
 */
final class Meter implements Watcher, AutoCloseable {
  private static final Duration ON_TERMINAL = Duration.ofSeconds(1);
  private static final Duration ELSEWHERE = Duration.ofSeconds(10);

  private final PrintWriter out;
  private final boolean terminal;
  private final LongSupplier nanoTime;
  private final long begun;
  private long shown;
  private long doneWhenShown = -1;
  private int width;

  Meter(PrintWriter out, boolean terminal) {
    this(out, terminal, System::nanoTime);
  }

  Meter(PrintWriter out, boolean terminal, LongSupplier nanoTime) {
    this.out = out;
    this.terminal = terminal;
    this.nanoTime = nanoTime;
    this.begun = nanoTime.getAsLong();
    this.shown = begun;
  }

  @Override
  public void at(long done, long total, long records) {
    long now = nanoTime.getAsLong();
    if (doneWhenShown < 0) {
      doneWhenShown = done;
    }
    if (now - shown >= (terminal ? ON_TERMINAL : ELSEWHERE).toNanos()) {
      double rate = (done - doneWhenShown) * 1e9 / (now - shown);
      show(line(done, total, records, rate));
      shown = now;
      doneWhenShown = done;
    }
  }

  /** Seconds since it was made. */
  double seconds() {
    return (nanoTime.getAsLong() - begun) / 1e9;
  }

  static String line(long done, long total, long records, double rate) {
    String sofar =
        total < 0
            ? Output.count(records, "record")
            : "%,d of %,d (%d%%), %s"
                .formatted(
                    done,
                    total,
                    total == 0 ? 100 : done * 100 / total,
                    Output.count(records, "record"));
    String left =
        total < 0 || rate < 1
            ? ""
            : ", %s left".formatted(words(Duration.ofSeconds((long) ((total - done) / rate))));
    return String.format(Locale.ROOT, "%s, %,.0f/s%s", sofar, rate, left);
  }

  private static String words(Duration duration) {
    long seconds = duration.toSeconds();
    return seconds < 120 ? seconds + " s" : seconds / 60 + " min";
  }

  private void show(String line) {
    if (terminal) {
      out.print('\r' + line + " ".repeat(Math.max(0, width - line.length())));
      width = line.length();
    } else {
      out.println(line);
    }
    out.flush();
  }

  /** Leaves the line to whoever writes next. */
  @Override
  public void close() {
    if (width > 0) {
      out.print('\r' + " ".repeat(width) + '\r');
      out.flush();
    }
  }
}
