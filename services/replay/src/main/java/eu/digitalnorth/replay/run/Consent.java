package eu.digitalnorth.replay.run;

/**
 * What somebody has said is all right.
 *
 * @param live about writing to topics that services read
 * @param redacted whether the target is known not to verify signatures
 */
public record Consent(LiveTopics live, boolean redacted) {
  public static final Consent NONE = new Consent(LiveTopics.REFUSED, false);
}
