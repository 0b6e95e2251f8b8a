package eu.digitalnorth.messaging.lifecycle;

/** The registry and this build disagree about a schema; the service must not start. */
public final class SchemaMismatchException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public SchemaMismatchException(String message) {
    super(message);
  }
}
