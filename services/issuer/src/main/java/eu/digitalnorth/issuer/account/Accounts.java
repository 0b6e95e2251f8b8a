package eu.digitalnorth.issuer.account;

import eu.digitalnorth.country.CountryProfile;
import eu.digitalnorth.country.CountryProfiles;
import eu.digitalnorth.country.identifier.Check;
import eu.digitalnorth.country.identifier.IdentifierSchemes;
import eu.digitalnorth.restsecurity.caller.Caller;
import eu.digitalnorth.trust.IssuerSecrets;
import java.util.Optional;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Citizens by {@code scheme:identifier}, officers by their authority's id. A citizen need not be
 * looked up in a register: whoever has the password was given it by who runs the installation.
 */
public final class Accounts implements UserDetailsService {
  private final CountryProfiles profiles;
  private final IdentifierSchemes schemes;
  private final Officers officers;
  private final IssuerSecrets secrets;
  private final PasswordEncoder passwords;

  public Accounts(
      CountryProfiles profiles,
      IdentifierSchemes schemes,
      Officers officers,
      IssuerSecrets secrets,
      PasswordEncoder passwords) {
    this.profiles = profiles;
    this.schemes = schemes;
    this.officers = officers;
    this.secrets = secrets;
    this.passwords = passwords;
  }

  @Override
  public Account loadUserByUsername(String userName) {
    String given = userName.strip();
    return officers
        .find(given)
        .map(officer -> account(given, given, officer))
        .or(() -> citizen(given))
        .orElseThrow(() -> new UsernameNotFoundException("Nobody of that name"));
  }

  private Optional<Account> citizen(String userName) {
    int colon = userName.indexOf(':');
    return colon < 0
        ? Optional.empty()
        : profiles.all().stream()
            .filter(profile -> profile.personScheme().equals(userName.substring(0, colon)))
            .findFirst()
            .flatMap(profile -> citizen(profile, userName.substring(colon + 1)));
  }

  private Optional<Account> citizen(CountryProfile profile, String identifier) {
    return switch (schemes.people(profile).check(identifier)) {
      case Check.Invalid invalid -> Optional.empty();
      case Check.Valid valid -> {
        String name = profile.personScheme() + ':' + valid.normalised();
        yield Optional.of(
            account(
                name,
                secrets.subjectOf(name),
                new Caller.Citizen(profile.code(), profile.personScheme(), valid.normalised())));
      }
    };
  }

  private Account account(String userName, String subject, Caller caller) {
    return new Account(subject, passwords.encode(secrets.ofUser(userName)), caller);
  }
}
