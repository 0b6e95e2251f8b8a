package eu.digitalnorth.country.identifier;

import java.time.LocalDate;
import java.util.stream.Stream;

/** A country's identifier of people. */
public non-sealed interface PersonScheme extends IdentifierScheme {

  /**
   * Every number of a day that passes the check, advisory rules included, and cannot be a real
   * person's, in a fixed order; each implementation says why it cannot. May be empty.
   */
  Stream<String> synthetic(LocalDate birthDate, Sex sex);

  /** What some schemes encode by parity; not a statement about a person's gender. */
  enum Sex {
    FEMALE,
    MALE;

    /** Whether a digit has the parity that all the schemes here agree on: odd for men. */
    boolean fits(int digit) {
      return (digit % 2 == 1) == (this == MALE);
    }
  }
}
