package eu.digitalnorth.replay;

/** What a person can do something about; the message is one line for that person. */
public final class ReplayException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Failure failure;

  public ReplayException(Failure failure, String message) {
    super(message);
    this.failure = failure;
  }

  public ReplayException(Failure failure, String message, Throwable cause) {
    super(message, cause);
    this.failure = failure;
  }

  public Failure failure() {
    return failure;
  }
}
