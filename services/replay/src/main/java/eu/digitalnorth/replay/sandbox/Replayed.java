package eu.digitalnorth.replay.sandbox;

import eu.digitalnorth.replay.compare.Comparison;
import java.util.List;

/**
 * What came of a service that was run against a recording.
 *
 * @param comparison of what it had said with what it says
 * @param requests how many records it was given on its inboxes
 * @param notes what a person should know before trusting the comparison; none if all was as it had
 *     been
 */
public record Replayed(Comparison comparison, int requests, List<String> notes) {
  public Replayed {
    notes = List.copyOf(notes);
  }
}
