package eu.digitalnorth.attestation.store;

import eu.digitalnorth.country.CountryCode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A status list as it was published last.
 *
 * @param number among those of its country, from 0
 * @param uri names it
 * @param issuedAt of the last token; before the first one, long ago
 * @param dueAt when the next token is to be there
 * @param token the last one; null if there was none
 */
public record StatusListRow(
    CountryCode country,
    int number,
    String uri,
    Instant issuedAt,
    Instant dueAt,
    @Nullable String token) {

  /** Names a list among those of all countries. */
  public record Id(CountryCode country, int number) {}
}
