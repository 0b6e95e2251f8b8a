package eu.digitalnorth.restsecurity.caller;

import eu.digitalnorth.country.AuthorityId;
import eu.digitalnorth.country.CountryCode;
import java.util.Set;

/** Who calls a service, as the issuer vouches for it. */
public sealed interface Caller {

  /** Whose citizen or whose authority it is. */
  CountryCode country();

  /**
   * Somebody who acts for themself.
   *
   * @param scheme of the national identifier, for example {@code ee-isikukood}
   * @param identifier normalised; personal, and never to be logged or stored
   */
  record Citizen(CountryCode country, String scheme, String identifier) implements Caller {

    /** Without the person, since this ends up in logs. */
    @Override
    public String toString() {
      return "Citizen[" + country + ']';
    }
  }

  /** Somebody, or a system, that acts for an authority. */
  record Officer(AuthorityId authority, Set<OfficerRole> roles) implements Caller {

    public Officer {
      roles = Set.copyOf(roles);
    }

    @Override
    public CountryCode country() {
      return authority.country();
    }

    public boolean is(OfficerRole role) {
      return roles.contains(role);
    }
  }
}
