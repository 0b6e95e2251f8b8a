package eu.digitalnorth.audit.web;

import eu.digitalnorth.audit.store.LedgerSearch.Page;
import eu.digitalnorth.audit.store.LedgerSearch.Period;
import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.messaging.ServedCountries;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Reads what requests have in common. Errors never repeat what was sent. */
@Component
class Requests {
  static final int LONGEST_PAGE = 1000;
  private static final int DATE_LENGTH = "2026-11-22".length();

  /** Years that PostgreSQL and the canonical form both know. */
  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");

  private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

  private final ServedCountries served;

  Requests(ServedCountries served) {
    this.served = served;
  }

  /**
   * @throws ResponseStatusException 404 if no ledger of that country is here
   */
  CountryCode ledger(String country) {
    return served.codes().stream()
        .filter(code -> code.lower().equals(country) || code.value().equals(country))
        .findFirst()
        .orElseThrow(
            () ->
                new ResponseStatusException(
                    HttpStatus.NOT_FOUND, "No ledger of that country is here"));
  }

  Page page(long offset, int limit) {
    if (offset < 0) {
      throw badRequest("offset is negative");
    }
    if (limit < 1 || limit > LONGEST_PAGE) {
      throw badRequest("limit is not in 1 to " + LONGEST_PAGE);
    }
    return new Page(offset, limit);
  }

  /**
   * @param from RFC 3339 date or date and time, included; null means from the beginning
   * @param to the same; a time is excluded, a date is included as a whole day (UTC)
   */
  Period period(@Nullable String from, @Nullable String to) {
    return new Period(
        from == null ? FIRST : within(instant(from, 0)),
        to == null ? LAST : within(instant(to, 1)));
  }

  private static Instant within(Instant instant) {
    if (instant.isBefore(FIRST) || instant.isAfter(LAST)) {
      throw badRequest("A time of the period is out of range");
    }
    return instant;
  }

  private static Instant instant(String text, int daysAfterDate) {
    try {
      return text.length() == DATE_LENGTH
          ? LocalDate.parse(text).plusDays(daysAfterDate).atStartOfDay().toInstant(ZoneOffset.UTC)
          : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      throw badRequest("A time of the period is no RFC 3339 date or date and time");
    }
  }

  static ResponseStatusException badRequest(String detail) {
    return new ResponseStatusException(HttpStatus.BAD_REQUEST, detail);
  }
}
