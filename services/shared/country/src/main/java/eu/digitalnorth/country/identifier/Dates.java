package eu.digitalnorth.country.identifier;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Dates inside identifiers. */
final class Dates {

  static final DateTimeFormatter YYMMDD = DateTimeFormatter.ofPattern("yyMMdd");
  static final DateTimeFormatter DDMMYY = DateTimeFormatter.ofPattern("ddMMyy");

  private Dates() {}

  static Optional<LocalDate> of(int year, int month, int day) {
    try {
      return Optional.of(LocalDate.of(year, month, day));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
