package eu.digitalnorth.messaging.inbox;

/**
 * A handler cannot decide yet, since something that it needs is on its way. Its transaction is
 * rolled back; then that is waited for, with no connection held, and the handler is called again.
 * Whoever throws it sees to it that waiting ends: after a wait in vain the handler decides without.
 */
public final class NotYetException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Runnable waiting;

  /**
   * @param what is awaited, for the log; nothing personal
   * @param waiting returns when it has come, or when patience ends
   */
  public NotYetException(String what, Runnable waiting) {
    super(what, null, false, false);
    this.waiting = waiting;
  }

  void await() {
    waiting.run();
  }
}
