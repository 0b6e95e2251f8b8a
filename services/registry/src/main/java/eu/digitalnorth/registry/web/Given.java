package eu.digitalnorth.registry.web;

import eu.digitalnorth.country.CountryCode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks what a request says. */
final class Given {
  private static final int LONGEST = 200;

  private Given() {}

  static <T> T required(@Nullable T value, String field) {
    if (value == null) {
      throw new InvalidRequestException(field + " is missing");
    }
    return value;
  }

  static String text(@Nullable String value, String field) {
    String text = required(value, field).strip();
    if (text.isEmpty() || text.length() > LONGEST) {
      throw new InvalidRequestException(field + " has 1 to " + LONGEST + " characters");
    }
    // A line end within a name would begin a line of its own in whatever prints it.
    if (text.chars().anyMatch(Character::isISOControl)) {
      throw new InvalidRequestException(field + " has control characters");
    }
    return text;
  }

  static @Nullable String optionalText(@Nullable String value, String field) {
    return value == null || value.isBlank() ? null : text(value, field);
  }

  static CountryCode country(@Nullable String value, String field) {
    try {
      return CountryCode.of(text(value, field));
    } catch (IllegalArgumentException e) {
      throw new InvalidRequestException(field + " is no country code of two letters");
    }
  }

  static <T> List<T> list(@Nullable List<T> values) {
    return values == null ? List.of() : values;
  }
}
