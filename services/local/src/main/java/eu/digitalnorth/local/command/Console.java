package eu.digitalnorth.local.command;

import eu.digitalnorth.servers.Progress;
import java.io.PrintWriter;
import java.util.Locale;
import picocli.CommandLine.Help.Ansi;

/** Writes to the person in front of the screen, in colour where there is a terminal. */
public final class Console implements Progress {
  /** When the person has pressed Enter, in milliseconds since the epoch; set by the script. */
  static final String BEGUN_AT = "exchange.begun-at";

  private final PrintWriter out;
  private final Ansi ansi;
  private final long begunAt;

  Console(PrintWriter out, Ansi ansi) {
    this.out = out;
    this.ansi = ansi;
    this.begunAt = Long.getLong(BEGUN_AT, System.currentTimeMillis());
  }

  /** Seconds since the command was given. */
  public double elapsed() {
    return (System.currentTimeMillis() - begunAt) / 1000.0;
  }

  /** A line with the time since the command was given in front. */
  @Override
  public synchronized void report(String line) {
    print("@|faint %s|@  ".formatted(String.format(Locale.ROOT, "%5.1f s", elapsed())), line);
  }

  /** A line as it is. */
  public synchronized void say(String line) {
    print("", line);
  }

  /** A line with picocli's mark-up in it, which must not come from data. */
  public synchronized void styled(String markup) {
    print(markup, "");
  }

  /** A line whose beginning is styled, and whose end is data. */
  public synchronized void print(String markup, String text) {
    out.println(ansi.string(markup) + text);
    out.flush();
  }

  public boolean colours() {
    return ansi.enabled();
  }
}
