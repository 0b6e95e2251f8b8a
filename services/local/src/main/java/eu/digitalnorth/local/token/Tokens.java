package eu.digitalnorth.local.token;

import eu.digitalnorth.country.AuthorityId;
import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.country.CountryProfile;
import eu.digitalnorth.country.CountryProfiles;
import eu.digitalnorth.local.installation.Issuer;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Access tokens for whoever the launcher acts as; each is used until shortly before its end. */
public final class Tokens {
  private final Issuer issuer;
  private final CountryProfiles profiles = CountryProfiles.load();
  private final Map<String, AccessToken> known = new ConcurrentHashMap<>();

  public Tokens(Issuer issuer) {
    this.issuer = issuer;
  }

  /** A system of an authority, named as in the country profiles. */
  public String officer(String authority) {
    return token(authority, () -> new SystemLogin(issuer).token(authority));
  }

  /** Who keeps the population register of a country. */
  public String populationRegistrar(String country) {
    return officer(profile(country).populationRegister().authority());
  }

  /** Who supervises the ledger of a country. */
  public String supervisor(String country) {
    return officer(profile(country).dataProtection().id());
  }

  /** A citizen, who logs in as with a browser. */
  public String citizen(String scheme, String identifier) {
    String userName = scheme + ':' + identifier;
    return token(userName, () -> new CitizenLogin(issuer).token(userName));
  }

  private String officer(AuthorityId authority) {
    return officer(authority.value());
  }

  private String token(String name, Supplier<AccessToken> login) {
    return known
        .compute(
            name,
            (same, token) -> token != null && token.isGoodAt(Instant.now()) ? token : login.get())
        .value();
  }

  private CountryProfile profile(String country) {
    return profiles.get(CountryCode.of(country));
  }
}
