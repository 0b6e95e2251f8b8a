package eu.digitalnorth.messaging.inbox;

import eu.digitalnorth.messaging.envelope.RejectedRecordException;
import eu.digitalnorth.messaging.envelope.Rejection;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Tells what failed without the exception's message, which may quote the data (PostgreSQL's do).
 */
public final class Failures {
  private static final String OURS = "eu.digitalnorth.";
  private static final int FRAMES = 4;

  private Failures() {}

  /** The exceptions and the innermost places in our code, for the log. */
  public static String describe(Throwable failure) {
    StringBuilder text = new StringBuilder(failure.getClass().getName());
    for (Throwable t = failure.getCause(); t != null; t = t.getCause()) {
      text.append(" < ").append(t.getClass().getName());
    }
    return text.append(" at ").append(places(failure)).toString();
  }

  /** The service's own fault. */
  public static RejectedRecordException processingFailed(Throwable failure) {
    return new RejectedRecordException(
        Rejection.PROCESSING_FAILED, "The service failed: " + failure.getClass().getSimpleName());
  }

  private static String places(Throwable failure) {
    return Arrays.stream(failure.getStackTrace())
        .filter(frame -> frame.getClassName().startsWith(OURS))
        .limit(FRAMES)
        .map(frame -> frame.getFileName() + ':' + frame.getLineNumber())
        .collect(Collectors.joining(", "));
  }
}
