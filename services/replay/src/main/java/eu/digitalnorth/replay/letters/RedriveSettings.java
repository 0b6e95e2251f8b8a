package eu.digitalnorth.replay.letters;

/**
 * How dead letters are processed again.
 *
 * @param filter which of them
 * @param cap at most so many in one go
 * @param attempts one that has come back so many times is parked
 * @param dryRun tells what would be done, and does nothing
 */
public record RedriveSettings(LetterFilter filter, int cap, int attempts, boolean dryRun) {
  public RedriveSettings {
    if (cap < 1 || attempts < 1) {
      throw new IllegalArgumentException("At least one letter, and at least one attempt");
    }
  }
}
