package eu.digitalnorth.trust.attestation;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** What JSON value a claim has. */
enum ClaimKind {
  TEXT {
    @Override
    boolean isOneOf(Object value) {
      return value instanceof String;
    }
  },
  /** ISO 8601, for example 1999-01-01. */
  DATE {
    @Override
    boolean isOneOf(Object value) {
      try {
        return value instanceof String text && LocalDate.parse(text).toString().equals(text);
      } catch (DateTimeException e) {
        return false;
      }
    }
  },
  NUMBER {
    @Override
    boolean isOneOf(Object value) {
      return value instanceof Long;
    }
  },
  TEXTS {
    @Override
    boolean isOneOf(Object value) {
      return value instanceof List<?> list && list.stream().allMatch(String.class::isInstance);
    }
  },
  /** With texts as members. */
  OBJECT {
    @Override
    boolean isOneOf(Object value) {
      return value instanceof Map<?, ?> map
          && map.values().stream().allMatch(String.class::isInstance)
          && !map.containsKey("_sd")
          && !map.containsKey("...");
    }
  };

  abstract boolean isOneOf(Object value);
}
