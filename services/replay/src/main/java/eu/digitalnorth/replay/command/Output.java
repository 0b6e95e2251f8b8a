package eu.digitalnorth.replay.command;

import java.io.PrintWriter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** What a command says: results to the standard output, progress to the other. */
record Output(PrintWriter out, PrintWriter err, boolean terminal) {

  static Output of(CommandSpec spec) {
    CommandLine commandLine = spec.commandLine();
    return new Output(
        commandLine.getOut(), commandLine.getErr(), commandLine.getColorScheme().ansi().enabled());
  }

  void say(String format, @Nullable Object... arguments) {
    out.println(String.format(Locale.ROOT, format, arguments));
    out.flush();
  }

  void warn(String format, @Nullable Object... arguments) {
    err.println(String.format(Locale.ROOT, format, arguments));
    err.flush();
  }

  Meter meter() {
    return new Meter(err, terminal);
  }

  /** {@code 1 record}, {@code 2,000 records}. */
  static String count(long number, String one) {
    return String.format(Locale.ROOT, "%,d %s%s", number, one, number == 1 ? "" : "s");
  }

  /** {@code 1.2 MB}. */
  static String size(long bytes) {
    return bytes < 1_000_000
        ? String.format(Locale.ROOT, "%.1f kB", bytes / 1e3)
        : String.format(Locale.ROOT, "%,.1f MB", bytes / 1e6);
  }
}
