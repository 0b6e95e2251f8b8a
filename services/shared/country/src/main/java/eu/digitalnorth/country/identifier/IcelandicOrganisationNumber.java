package eu.digitalnorth.country.identifier;

import eu.digitalnorth.country.identifier.Check.Valid;
import java.time.LocalDate;
import java.util.stream.Stream;

/** Iceland's kennitala of organisations: the day of foundation + 40. */
record IcelandicOrganisationNumber() implements CompanyScheme {

  private static final int ADDED_TO_DAY = 40;

  @Override
  public String name() {
    return "is-kennitala-organisation";
  }

  @Override
  public Check check(String text) {
    return switch (Kennitala.check(text, ADDED_TO_DAY)) {
      case Valid valid -> new Valid(valid.normalised(), null, valid.warnings());
      case Check.Invalid invalid -> invalid;
    };
  }

  @Override
  public Stream<String> synthetic() {
    LocalDate first = LocalDate.of(2100, 1, 1);
    return first
        .datesUntil(first.plusYears(100))
        .flatMap(date -> Kennitala.synthetic(date, ADDED_TO_DAY));
  }
}
