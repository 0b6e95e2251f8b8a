package eu.digitalnorth.replay.sandbox;

import eu.digitalnorth.replay.compare.Comparison;
import eu.digitalnorth.replay.compare.TextReport;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What came of a service that was run against a recording.
 *
 * @param comparison of what it had said with what it says
 * @param requests how many records it was given on its inboxes
 * @param notes what a person should know before trusting the comparison; none if all was as it had
 *     been
 */
public record Replayed(Comparison comparison, int requests, List<String> notes) {
  private static final int MOST_TOLD = 20;

  public Replayed {
    notes = List.copyOf(notes);
  }

  /** Keys, which are ids of exchanges, of what differs; as JSON. */
  public SortedSet<String> differingKeys() {
    SortedSet<String> keys = new TreeSet<>();
    comparison.differences().forEach(difference -> keys.add(difference.group().key()));
    return keys;
  }

  /**
   * For tests.
   *
   * @throws AssertionError with each difference if there is any
   */
  public void assertNothingDiffers() {
    if (!comparison.isEqual()) {
      StringWriter report = new StringWriter();
      TextReport.write(comparison, MOST_TOLD, new PrintWriter(report, true));
      throw new AssertionError(report.toString());
    }
  }
}
