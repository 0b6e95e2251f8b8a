package eu.digitalnorth.local.token;

/** The issuer gives no token; the message names neither secrets nor citizens. */
public final class TokenException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  TokenException(String message) {
    super(message);
  }

  TokenException(String message, Throwable cause) {
    super(message, cause);
  }
}
