package eu.digitalnorth.portal.rest;

import org.jspecify.annotations.Nullable;

/** The header with which a browser resumes a stream. */
final class LastEventId {
  private LastEventId() {}

  /** 0, the beginning, for anything that was no id of ours. */
  static int number(@Nullable String header) {
    if (header == null) {
      return 0;
    }
    try {
      return Math.max(0, Integer.parseInt(header.strip()));
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
