package eu.digitalnorth.restsecurity;

import eu.digitalnorth.restsecurity.limit.Rate;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of a service's REST interface, prefix {@code exchange.rest}.
 *
 * @param issuer claim {@code iss} of the tokens that are accepted
 * @param issuerAddress where this process reaches the issuer, if not by its name
 * @param jwkSetUri where the issuer publishes its keys; by default {@code /oauth2/jwks} of its
 *     address
 * @param audience claim {@code aud} of the tokens that are accepted; by default {@code
 *     urn:digital-north:} and the service's name
 * @param mostBytes of a request's body
 * @param mostRequests that are worked on at once; streams that have begun are not counted
 * @param contentSecurityPolicy of every answer; by default that of an interface without pages
 */
@ConfigurationProperties("exchange.rest")
public record RestSecurityProperties(
    @Nullable URI issuer,
    @Nullable URI issuerAddress,
    @Nullable URI jwkSetUri,
    @Nullable String audience,
    @DefaultValue("64KB") DataSize mostBytes,
    @DefaultValue("100") int mostRequests,
    @DefaultValue("default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'")
        String contentSecurityPolicy,
    @DefaultValue RateLimit rateLimit) {

  /**
   * @throws IllegalStateException if it is not set: then nobody can be believed
   */
  public URI requiredIssuer() {
    if (issuer == null) {
      throw new IllegalStateException("exchange.rest.issuer must name the issuer of tokens");
    }
    return issuer;
  }

  /**
   * Where this process reaches the issuer; people's browsers go by its name.
   *
   * @throws IllegalStateException if the issuer is not set
   */
  public URI reachedIssuer() {
    URI named = requiredIssuer();
    return issuerAddress == null ? named : issuerAddress;
  }

  /** Where the issuer's keys are. */
  public URI keys() {
    return jwkSetUri == null ? URI.create(reachedIssuer() + "/oauth2/jwks") : jwkSetUri;
  }

  /**
   * How often somebody may ask: so many requests at once, and so many a second for ever.
   *
   * @param addressBurst of an address, whoever it is
   * @param callerBurst of a caller, from wherever
   */
  public record RateLimit(
      @DefaultValue("2000") long addressBurst,
      @DefaultValue("400") long addressPerSecond,
      @DefaultValue("1000") long callerBurst,
      @DefaultValue("200") long callerPerSecond) {

    public Rate perAddress() {
      return new Rate(addressBurst, addressPerSecond);
    }

    public Rate perCaller() {
      return new Rate(callerBurst, callerPerSecond);
    }
  }
}
