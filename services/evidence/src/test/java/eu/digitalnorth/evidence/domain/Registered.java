package eu.digitalnorth.evidence.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Register entries of somebody who does not exist. */
final class Registered {
  static final Qualification BACHELOR =
      new Qualification("BA", "Bachelor", "University", 6, LocalDate.of(2021, 6, 1));
  static final Qualification MASTER =
      new Qualification("MA", "Master", "University", 7, LocalDate.of(2023, 6, 1));
  static final Qualification SECOND_MASTER =
      new Qualification("MB", "Master", "University", 7, LocalDate.of(2023, 6, 1));
  static final PostalAddress HOME = new PostalAddress("Rüütli", "7", "51007", "Tartu", null, "EE");

  private static final TaxRecord CLEAR =
      new TaxRecord(true, LocalDate.of(2026, 11, 1), new BigDecimal("0.00"), "EUR");

  private Registered() {}

  static RegisterEntry.Person person(
      List<Qualification> qualifications, @Nullable LocalDate deceasedOn) {
    return new RegisterEntry.Person(
        "ee-isikukood",
        "60001017869",
        "Mägi",
        "Õie",
        LocalDate.of(2000, 1, 1),
        "Tartu",
        "EE",
        null,
        List.of(),
        HOME,
        Instant.parse("2020-05-01T08:00:00Z"),
        true,
        qualifications,
        CLEAR,
        deceasedOn);
  }

  static RegisterEntry.Company company() {
    return new RegisterEntry.Company(
        "ee-registrikood",
        "90000016",
        "EEBUS.90000016",
        "Õunaaed OÜ",
        "osaühing",
        "ACTIVE",
        LocalDate.of(2019, 3, 4),
        HOME,
        null,
        List.of(),
        CLEAR);
  }
}
