package eu.digitalnorth.registry.change;

import org.jspecify.annotations.Nullable;

/** The register's rules forbid a change that was asked for; the message is free of data. */
public final class RefusedChangeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Reason reason;
  private final @Nullable String subject;

  RefusedChangeException(Reason reason) {
    this(reason, null);
  }

  /**
   * @param subject whom it is about, where the caller cannot know
   */
  RefusedChangeException(Reason reason, @Nullable String subject) {
    super(reason.words);
    this.reason = reason;
    this.subject = subject;
  }

  public Reason reason() {
    return reason;
  }

  public @Nullable String subject() {
    return subject;
  }

  public enum Reason {
    NOT_REGISTERED("Nobody is registered under this"),
    ALREADY_REGISTERED("This person is registered here already"),
    BORN_IMPOSSIBLY("The date of birth is in the future, or too long ago"),
    DECEASED("This person is registered as deceased"),
    DIED_BEFORE_BIRTH("The day of death is before the day of birth"),
    DIES_IN_THE_FUTURE("The day of death is in the future"),
    LATER_ADDRESS("An address that was registered later is known"),
    DISSOLVED("A dissolved company stays dissolved");

    private final String words;

    Reason(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }
  }
}
