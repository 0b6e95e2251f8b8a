package eu.digitalnorth.registry.seed;

import java.time.LocalDate;

/** The seed's day: ages are reckoned from it, so that the seed does not depend on today. */
final class Calendar {
  static final LocalDate TODAY = LocalDate.of(2026, 1, 1);

  private Calendar() {}
}
