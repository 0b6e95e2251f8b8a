package eu.digitalnorth.issuer;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the issuer, prefix {@code exchange.issuer}.
 *
 * @param url its name, claim {@code iss}, and where people and systems reach it
 * @param directory of its secrets
 * @param portalUrls whose users it logs in; who came by themselves are sent to the first
 * @param tokenLifetime how long a token is good; none can be taken back before
 */
@ConfigurationProperties("exchange.issuer")
public record IssuerProperties(
    URI url, Path directory, List<URI> portalUrls, @DefaultValue("PT5M") Duration tokenLifetime) {

  public IssuerProperties {
    portalUrls = List.copyOf(portalUrls);
    if (tokenLifetime.isNegative() || tokenLifetime.compareTo(Duration.ofHours(1)) > 0) {
      throw new IllegalArgumentException(
          "exchange.issuer.token-lifetime is an hour at most: tokens cannot be taken back");
    }
  }
}
