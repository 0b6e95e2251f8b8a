package eu.digitalnorth.local.installation;

/** The installation cannot be started or used; the message is meant for the person who asked. */
public class InstallationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public InstallationException(String message) {
    super(message);
  }

  public InstallationException(String message, Throwable cause) {
    super(message, cause);
  }
}
