package eu.digitalnorth.audit.web;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.country.CountryProfiles;
import eu.digitalnorth.country.identifier.Check;
import eu.digitalnorth.country.identifier.IdentifierScheme;
import eu.digitalnorth.country.identifier.IdentifierSchemes;
import eu.digitalnorth.trust.KeyDirectory;
import eu.digitalnorth.trust.Pseudonyms;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Turns the code that a citizen knows into the pseudonym that the ledger knows. */
@Component
class Subjects {
  private final CountryProfiles profiles;
  private final IdentifierSchemes schemes;
  private final KeyDirectory keys;
  private final Map<CountryCode, Pseudonyms> pseudonyms = new ConcurrentHashMap<>();

  Subjects(CountryProfiles profiles, IdentifierSchemes schemes, KeyDirectory keys) {
    this.profiles = profiles;
    this.schemes = schemes;
    this.keys = keys;
  }

  /**
   * @param ledger whose ledger is asked
   * @param scheme of the code; null means that of the country's own people
   * @throws ResponseStatusException 400 if the code cannot be one; it does not repeat the code
   */
  String pseudonym(CountryCode ledger, @Nullable String scheme, @Nullable String userCode) {
    if (userCode == null || userCode.isBlank()) {
      throw Requests.badRequest("userCode is missing");
    }
    IdentifierScheme identifiers = scheme(ledger, scheme);
    return switch (identifiers.check(userCode)) {
      case Check.Valid valid ->
          pseudonyms
              .computeIfAbsent(ledger, keys::pseudonyms)
              .of(identifiers.name(), valid.normalised());
      case Check.Invalid invalid ->
          throw Requests.badRequest("userCode " + invalid.reason().words());
    };
  }

  private IdentifierScheme scheme(CountryCode ledger, @Nullable String scheme) {
    return scheme == null
        ? schemes.people(profiles.get(ledger))
        : schemes.find(scheme).orElseThrow(() -> Requests.badRequest("No such identifier scheme"));
  }
}
