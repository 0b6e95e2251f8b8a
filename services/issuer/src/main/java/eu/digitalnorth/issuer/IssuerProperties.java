package eu.digitalnorth.issuer;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the issuer, prefix {@code exchange.issuer}.
 *
 * @param url its name, claim {@code iss}, and where people and systems reach it
 * @param directory of its secrets
 * @param portalUrl whose users it logs in
 * @param tokenLifetime how long a token is good; none can be taken back before
 */
@ConfigurationProperties("exchange.issuer")
public record IssuerProperties(
    URI url, Path directory, URI portalUrl, @DefaultValue("PT5M") Duration tokenLifetime) {

  public IssuerProperties {
    if (tokenLifetime.isNegative() || tokenLifetime.compareTo(Duration.ofHours(1)) > 0) {
      throw new IllegalArgumentException(
          "exchange.issuer.token-lifetime is an hour at most: tokens cannot be taken back");
    }
  }
}
