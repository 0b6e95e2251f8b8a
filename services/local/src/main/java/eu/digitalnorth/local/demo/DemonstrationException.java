package eu.digitalnorth.local.demo;

import eu.digitalnorth.local.installation.InstallationException;

/** A service did not do what the demonstration needs; the message is for people. */
public final class DemonstrationException extends InstallationException {
  private static final long serialVersionUID = 1L;

  public DemonstrationException(String message) {
    super(message);
  }

  public DemonstrationException(String message, Throwable cause) {
    super(message, cause);
  }
}
