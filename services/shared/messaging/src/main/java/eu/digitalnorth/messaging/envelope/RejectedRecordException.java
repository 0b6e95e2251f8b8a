package eu.digitalnorth.messaging.envelope;

/** This record can never be processed; it goes to the dead letters. The message is free of data. */
public final class RejectedRecordException extends Exception {
  private static final long serialVersionUID = 1L;

  private final Rejection reason;

  public RejectedRecordException(Rejection reason, String explanation) {
    super(explanation);
    this.reason = reason;
  }

  public RejectedRecordException(Rejection reason, String explanation, Throwable cause) {
    super(explanation, cause);
    this.reason = reason;
  }

  public Rejection reason() {
    return reason;
  }

  /** What is wrong, for people; never the data itself. */
  public String explanation() {
    return String.valueOf(getMessage());
  }
}
