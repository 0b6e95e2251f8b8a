package eu.digitalnorth.issuer.account;

import eu.digitalnorth.country.Authority;
import eu.digitalnorth.country.AuthorityId;
import eu.digitalnorth.country.CountryProfile;
import eu.digitalnorth.country.CountryProfiles;
import eu.digitalnorth.restsecurity.caller.Caller.Officer;
import eu.digitalnorth.restsecurity.caller.OfficerRole;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Who acts for the authorities of the country profiles, and what their authority is there for. */
public final class Officers {
  private final Map<String, Officer> byName = new TreeMap<>();

  public Officers(CountryProfiles profiles) {
    for (CountryProfile profile : profiles.all()) {
      profile.authorities().forEach(authority -> add(authority.id(), roles(profile, authority)));
      add(profile.dataProtection().id(), Set.of(OfficerRole.LEDGER_SUPERVISOR));
      add(
          new AuthorityId(profile.code().value() + ":demonstration"),
          Set.of(OfficerRole.DEMONSTRATOR));
    }
  }

  /**
   * @param name id of an authority, which is its user name and the id of its client
   */
  public Optional<Officer> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  public Collection<Officer> all() {
    return byName.values();
  }

  private void add(AuthorityId id, Set<OfficerRole> roles) {
    byName.put(id.value(), new Officer(id, roles));
  }

  /** Attestations are issued in the name of who keeps the population register. */
  private static Set<OfficerRole> roles(CountryProfile profile, Authority authority) {
    Set<OfficerRole> roles = EnumSet.noneOf(OfficerRole.class);
    if (authority.isRequester()) {
      roles.add(OfficerRole.REQUESTER);
    }
    if (authority.id().equals(profile.populationRegister().authority())) {
      roles.add(OfficerRole.POPULATION_REGISTRAR);
      roles.add(OfficerRole.EID_ISSUER);
    }
    if (authority.id().equals(profile.businessRegister().authority())) {
      roles.add(OfficerRole.BUSINESS_REGISTRAR);
    }
    return roles;
  }
}
