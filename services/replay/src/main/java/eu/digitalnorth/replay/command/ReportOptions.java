package eu.digitalnorth.replay.command;

import eu.digitalnorth.replay.Failure;
import eu.digitalnorth.replay.ReplayException;
import eu.digitalnorth.replay.bundle.OwnFiles;
import eu.digitalnorth.replay.compare.Comparison;
import eu.digitalnorth.replay.compare.HtmlReport;
import eu.digitalnorth.replay.compare.JUnitReport;
import eu.digitalnorth.replay.compare.JsonReport;
import eu.digitalnorth.replay.compare.TextReport;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a comparison is reported, besides the screen. */
final class ReportOptions {
  @Option(
      names = "--show",
      paramLabel = "N",
      defaultValue = "20",
      description = "Differences to show here (default: ${DEFAULT-VALUE}); files have all.")
  private int shown;

  @Option(names = "--json", paramLabel = "FILE", description = "Also writes the report as JSON.")
  private @Nullable Path json;

  @Option(names = "--junit", paramLabel = "FILE", description = "Also writes JUnit's XML.")
  private @Nullable Path junit;

  @Option(names = "--html", paramLabel = "FILE", description = "Also writes one HTML page.")
  private @Nullable Path html;

  /** Files first, so that they are there whatever becomes of the screen. */
  void writeFiles(Comparison comparison) {
    write(json, JsonReport.of(comparison));
    write(junit, JUnitReport.of(comparison));
    write(html, HtmlReport.of(comparison));
  }

  /** On the screen; returns the command's exit code. */
  int show(Comparison comparison, Output output) {
    TextReport.write(comparison, shown, output.out());
    output.out().flush();
    return comparison.isEqual() ? 0 : Failure.DIFFERENT.exitCode();
  }

  /** Values of records may be personal, and so are reports of them. */
  private static void write(@Nullable Path file, String report) {
    if (file != null) {
      try {
        OwnFiles.replace(file, report);
      } catch (IOException e) {
        throw new ReplayException(
            Failure.STORAGE, "%s cannot be written: %s".formatted(file, e.getMessage()), e);
      }
    }
  }
}
