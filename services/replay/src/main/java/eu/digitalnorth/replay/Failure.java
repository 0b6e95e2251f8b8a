package eu.digitalnorth.replay;

/** Why a command did not do what it was told; each has an exit code of its own. */
public enum Failure {
  /** A bundle was altered, or two recordings differ. */
  DIFFERENT(1),
  /** The command cannot be meant like that. */
  USAGE(2),
  /** There is no bundle, or it was never finished, or is of a format that is not known. */
  NO_BUNDLE(3),
  /** No broker answers. */
  BROKER(4),
  /** The broker does not let us in, or not do this. */
  REFUSED(5),
  /** No schema registry answers. */
  REGISTRY(6),
  /** There is no such topic, or it has not the records any more. */
  TOPIC(7),
  /** The target's registry refuses a schema of the recording. */
  INCOMPATIBLE(8),
  /** A file cannot be written or read: a full disk, a missing right. */
  STORAGE(9),
  /** The servers or the service of the sandbox do not start, or stop by themselves. */
  SANDBOX(10);

  private final int exitCode;

  Failure(int exitCode) {
    this.exitCode = exitCode;
  }

  public int exitCode() {
    return exitCode;
  }
}
