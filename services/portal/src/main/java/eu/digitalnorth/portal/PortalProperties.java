package eu.digitalnorth.portal;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the portal, prefix {@code exchange.portal}.
 *
 * @param gracePeriod how long after its expiry the portal waits for the typed refusal of an expired
 *     request before it ends the exchange itself
 * @param retention how long ended exchanges are kept
 * @param pollInterval how often event streams look for something new
 * @param mostStreams event streams at a time
 * @param mostStreamsOfACaller likewise, of one citizen or of one authority
 * @param registryUrl where the personas of the scenarios are told; <code>{country}</code> in it is
 *     the citizen's, in lower case; without it, scenarios cannot be started by their names
 * @param demonstrationSecrets by country, the secret with which its registry tells its personas
 * @param loginSecret the portal's own at the issuer; without it, nobody logs in with a browser
 */
@ConfigurationProperties("exchange.portal")
public record PortalProperties(
    @DefaultValue("PT30S") Duration gracePeriod,
    @DefaultValue("P30D") Duration retention,
    @DefaultValue("PT0.15S") Duration pollInterval,
    @DefaultValue("500") int mostStreams,
    @DefaultValue("50") int mostStreamsOfACaller,
    @Nullable String registryUrl,
    @DefaultValue Map<String, Secret> demonstrationSecrets,
    @Nullable Secret loginSecret) {

  public PortalProperties {
    require(!gracePeriod.isNegative(), "exchange.portal.grace-period must not be negative");
    require(!retention.isNegative(), "exchange.portal.retention must not be negative");
    require(pollInterval.toMillis() >= 10, "exchange.portal.poll-interval must be PT0.01S or more");
    require(mostStreams > 0, "exchange.portal.most-streams must be positive");
    require(mostStreamsOfACaller > 0, "exchange.portal.most-streams-of-a-caller must be positive");
  }

  /** Something that does not end up in a log by accident. */
  public record Secret(String value) {
    @Override
    public String toString() {
      return "Secret";
    }
  }

  private static void require(boolean condition, String otherwise) {
    if (!condition) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
