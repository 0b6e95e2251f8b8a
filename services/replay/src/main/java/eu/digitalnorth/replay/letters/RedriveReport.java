package eu.digitalnorth.replay.letters;

/**
 * What was done, or in a dry run would be.
 *
 * @param redriven sent again to where they came from
 * @param parked had come back, and are kept for a person to look at
 * @param before had been sent again or parked before
 * @param stuck cannot be sent again
 * @param left were meant, and are more than was allowed in one go
 * @param finished whether nobody broke it off
 */
public record RedriveReport(
    long redriven, long parked, long before, long stuck, long left, boolean finished) {}
