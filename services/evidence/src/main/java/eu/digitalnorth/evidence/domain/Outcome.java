package eu.digitalnorth.evidence.domain;

/** How a request ends: one of two. */
public sealed interface Outcome {

  /** The evidence is provided. */
  record Provided(Evidence evidence) implements Outcome {}

  /**
   * It is refused.
   *
   * @param explanation for people; names no one
   */
  record Refused(RefusalReason reason, String explanation) implements Outcome {}

  /** The word for the ledger. */
  default String name() {
    return switch (this) {
      case Provided provided -> "PROVIDED";
      case Refused refused -> refused.reason().code() + ":" + refused.reason();
    };
  }
}
