package eu.digitalnorth.attestation;

import eu.digitalnorth.country.CountryCode;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the eID scheme, prefix {@code exchange.attestation}.
 *
 * @param policy who approves authentications
 * @param policies the same for single countries, by lower-case code
 * @param validity how long an attestation is accepted
 * @param expiryCheck how often pending authentications are looked through for expired ones
 * @param publicUrl where others reach this service, for the names of status lists
 * @param statusTimeToLive how long a status list may be relied on; it is published anew after a
 *     third of that
 * @param statusCheck how often status lists are looked through for what is to be published
 * @param retention how long decided authentications and attestations that are no longer valid are
 *     kept
 */
@ConfigurationProperties("exchange.attestation")
public record AttestationProperties(
    @DefaultValue("automatic") ApprovalPolicy policy,
    @DefaultValue Map<String, ApprovalPolicy> policies,
    @DefaultValue("PT1H") Duration validity,
    @DefaultValue("PT0.5S") Duration expiryCheck,
    @DefaultValue("http://127.0.0.1:8182") URI publicUrl,
    @DefaultValue("PT15M") Duration statusTimeToLive,
    @DefaultValue("PT0.5S") Duration statusCheck,
    @DefaultValue("P15D") Duration retention) {
  /** For what was begun before a list was full, and clocks that differ. */
  private static final Duration MARGIN = Duration.ofMinutes(2);

  private static final int RENEWALS = 3;

  public AttestationProperties {
    policies = Map.copyOf(policies);
    positive(statusTimeToLive, "status-time-to-live");
    positive(statusCheck, "status-check");
    positive(validity, "validity");
    positive(expiryCheck, "expiry-check");
    positive(retention, "retention");
  }

  public ApprovalPolicy policyOf(CountryCode country) {
    return policies.getOrDefault(country.lower(), policy);
  }

  /** How long a status list is referred to after the last attestation was put into it. */
  public Duration longestUse() {
    return validity.plus(MARGIN);
  }

  /** When a status list that was published is to be published again: before half of its time. */
  public Duration statusRenewal() {
    return statusTimeToLive.dividedBy(RENEWALS);
  }

  /** The name of a status list, and where it is to be had. */
  public String statusListUri(CountryCode country, int number) {
    return "%s/api/eid/%s/status-lists/%d".formatted(publicUrl, country.lower(), number);
  }

  private static void positive(Duration duration, String name) {
    if (!duration.isPositive()) {
      throw new IllegalArgumentException(
          "exchange.attestation." + name + " must be longer than nothing: " + duration);
    }
  }

  /** Who approves an authentication. */
  public enum ApprovalPolicy {
    /** The service itself, at once, in the citizen's place. */
    AUTOMATIC,
    /** The citizen. */
    MANUAL
  }
}
