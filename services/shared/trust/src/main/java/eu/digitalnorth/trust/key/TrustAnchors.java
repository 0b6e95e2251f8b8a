package eu.digitalnorth.trust.key;

import com.nimbusds.jose.jwk.OctetKeyPair;
import eu.digitalnorth.country.CountryCode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The public keys that trust starts from, one for each participating country. They are configured,
 * never learnt from a message.
 */
public record TrustAnchors(Map<CountryCode, OctetKeyPair> byCountry) {

  public TrustAnchors {
    byCountry = Map.copyOf(byCountry);
    if (byCountry.values().stream().anyMatch(OctetKeyPair::isPrivate)) {
      throw new IllegalArgumentException("A trust anchor is a public key");
    }
  }

  public Set<CountryCode> countries() {
    return byCountry.keySet();
  }

  public Optional<OctetKeyPair> of(CountryCode country) {
    return Optional.ofNullable(byCountry.get(country));
  }
}
