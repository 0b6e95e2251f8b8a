package eu.digitalnorth.country.identifier;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/** The schemes as of a fixed day. */
final class Schemes {

  static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);

  static final IdentifierSchemes ALL = new IdentifierSchemes(CLOCK);

  private Schemes() {}

  static IdentifierScheme named(String name) {
    return ALL.find(name).orElseThrow();
  }
}
