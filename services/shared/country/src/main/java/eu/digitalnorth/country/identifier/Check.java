package eu.digitalnorth.country.identifier;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The outcome of checking an identifier. Only {@link Valid#normalised} repeats the number. */
public sealed interface Check {

  /** Whether the identifier can be used. */
  default boolean isValid() {
    return this instanceof Valid;
  }

  /**
   * An identifier that its issuer can have issued, or whose form it accepts.
   *
   * @param normalised one spelling for each identity, without spaces and separators (but with
   *     Finland's century sign, which is part of the identity)
   * @param born the date that it carries, or null if it carries none that can be told
   * @param warnings what is odd about it
   */
  record Valid(String normalised, @Nullable LocalDate born, Set<Warning> warnings)
      implements Check {

    public Valid {
      warnings = Set.copyOf(warnings);
    }

    public Optional<LocalDate> birthDate() {
      return Optional.ofNullable(born);
    }

    /** Without the number, since results end up in logs. */
    @Override
    public String toString() {
      return "Valid" + warnings;
    }
  }

  /** No identifier of the scheme. The reason cannot repeat it. */
  record Invalid(Reason reason) implements Check {}

  /** Why it is none. */
  enum Reason {
    FORM("does not have the form of the scheme"),
    DATE("has a date that does not exist"),
    CHECK_DIGIT("has a wrong check digit");

    private final String words;

    Reason(String words) {
      this.words = words;
    }

    /** To be put after "The identifier". */
    public String words() {
      return words;
    }
  }

  /** What is odd about an identifier that is valid nevertheless. */
  enum Warning {
    /** A check digit that the issuer does not promise does not fit. */
    ADVISORY_CHECK_DIGIT,
    /** Set aside by the issuer for test data. */
    TEST_RANGE,
    /** Well-formed, but in a part of the number space that the issuer has not opened. */
    NEVER_ISSUED
  }
}
