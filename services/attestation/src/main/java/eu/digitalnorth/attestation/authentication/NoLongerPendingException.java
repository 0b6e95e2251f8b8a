package eu.digitalnorth.attestation.authentication;

/** Somebody decides on an authentication that is decided already, or whose time is over. */
public final class NoLongerPendingException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public NoLongerPendingException(Authentication.State state) {
    super("The authentication is no longer pending: " + state);
  }
}
