package eu.digitalnorth.local.token;

import java.time.Duration;
import java.time.Instant;
import tools.jackson.databind.JsonNode;

/**
 * A token, and until when it is good.
 *
 * @param value to be shown to services, and to nobody else
 */
record AccessToken(String value, Instant until) {
  /** Time for a request to arrive. */
  private static final Duration MARGIN = Duration.ofSeconds(20);

  /** As a token endpoint answers (RFC 6749, section 5.1). */
  static AccessToken of(JsonNode answer) {
    return new AccessToken(
        answer.path("access_token").asString(),
        Instant.now().plusSeconds(answer.path("expires_in").asLong()));
  }

  boolean isGoodAt(Instant now) {
    return now.plus(MARGIN).isBefore(until);
  }

  @Override
  public String toString() {
    return "AccessToken";
  }
}
