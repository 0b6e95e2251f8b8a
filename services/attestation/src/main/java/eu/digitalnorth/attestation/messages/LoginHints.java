package eu.digitalnorth.attestation.messages;

import eu.digitalnorth.attestation.authentication.LoginHint;
import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.country.CountryProfile;
import eu.digitalnorth.country.CountryProfiles;
import eu.digitalnorth.country.identifier.Check;
import eu.digitalnorth.country.identifier.IdentifierScheme;
import eu.digitalnorth.country.identifier.IdentifierSchemes;
import eu.digitalnorth.registerview.RegisterView;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Exchanges the identifiers of a login hint for pseudonyms, as early as can be. */
@Component
class LoginHints {
  private final CountryProfiles profiles;
  private final IdentifierSchemes schemes;
  private final PseudonymKeys keys;

  @Autowired
  LoginHints(CountryProfiles profiles, IdentifierSchemes schemes, RegisterView registers) {
    this(profiles, schemes, registers::pseudonym);
  }

  LoginHints(CountryProfiles profiles, IdentifierSchemes schemes, PseudonymKeys keys) {
    this.profiles = profiles;
    this.schemes = schemes;
    this.keys = keys;
  }

  /** A country authenticates only holders of its own identifiers, for companies of its own. */
  LoginHint of(CountryCode country, eu.digitalnorth.schemas.eid.LoginHint hint) {
    CountryProfile profile = profiles.get(country);
    Optional<String> person =
        normalised(schemes.people(profile), hint.getIdentifierScheme(), hint.getIdentifier());
    String subject =
        keys.pseudonym(country, hint.getIdentifierScheme(), person.orElse(hint.getIdentifier()));
    if (hint.getCompanyScheme() == null && hint.getCompanyIdentifier() == null) {
      return new LoginHint(person.isPresent(), subject, null);
    }
    Optional<String> company =
        normalised(
            schemes.companies(profile), hint.getCompanyScheme(), hint.getCompanyIdentifier());
    return new LoginHint(
        person.isPresent() && company.isPresent(),
        subject,
        company
            .map(number -> keys.pseudonym(country, profile.companyScheme(), number))
            .orElse(null));
  }

  private static Optional<String> normalised(
      IdentifierScheme scheme, @Nullable String named, @Nullable String identifier) {
    return scheme.name().equals(named)
            && identifier != null
            && scheme.check(identifier) instanceof Check.Valid valid
        ? Optional.of(valid.normalised())
        : Optional.empty();
  }

  /** How a country's services know the holder of an identifier. */
  @FunctionalInterface
  interface PseudonymKeys {
    String pseudonym(CountryCode country, String scheme, String identifier);
  }
}
