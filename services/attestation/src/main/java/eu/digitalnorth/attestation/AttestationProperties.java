package eu.digitalnorth.attestation;

import eu.digitalnorth.country.CountryCode;
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
 * @param retention how long decided authentications and attestations that are no longer valid are
 *     kept
 */
@ConfigurationProperties("exchange.attestation")
public record AttestationProperties(
    @DefaultValue("automatic") ApprovalPolicy policy,
    @DefaultValue Map<String, ApprovalPolicy> policies,
    @DefaultValue("PT1H") Duration validity,
    @DefaultValue("PT0.5S") Duration expiryCheck,
    @DefaultValue("P15D") Duration retention) {

  public AttestationProperties {
    policies = Map.copyOf(policies);
    positive(validity, "validity");
    positive(expiryCheck, "expiry-check");
    positive(retention, "retention");
  }

  public ApprovalPolicy policyOf(CountryCode country) {
    return policies.getOrDefault(country.lower(), policy);
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
