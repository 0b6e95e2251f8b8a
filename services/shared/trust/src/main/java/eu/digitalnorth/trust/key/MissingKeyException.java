package eu.digitalnorth.trust.key;

/** A key of the installation is absent or damaged; the message names the file, never the key. */
public final class MissingKeyException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public MissingKeyException(String message) {
    super(message);
  }

  public MissingKeyException(String message, Throwable cause) {
    super(message, cause);
  }
}
