package eu.digitalnorth.country;

import eu.digitalnorth.country.InvalidCountryProfilesException.Problem;
import eu.digitalnorth.country.Requester.OneCountry;
import eu.digitalnorth.country.identifier.IdentifierSchemes;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** What must hold between the parts of a profile, and between profiles. */
final class ProfileRules {

  private final Map<CountryCode, CountryProfile> all;
  private final CountryProfile profile;
  private final String file;
  private final Consumer<Problem> problems;

  ProfileRules(
      Map<CountryCode, CountryProfile> all,
      CountryProfile profile,
      String file,
      Consumer<Problem> problems) {
    this.all = all;
    this.profile = profile;
    this.file = file;
    this.problems = problems;
  }

  void check() {
    authoritiesAreTheCountrysOwnAndDistinct();
    registersAreKeptByAnAuthorityOfTheCountry();
    dataProtectionIsAnAuthorityOfItsOwn();
    identifierSchemesExist();
    for (int i = 0; i < profile.agreements().size(); i++) {
      check(profile.agreements().get(i), "agreements[" + i + "]");
    }
    agreementsDoNotContradictEachOther();
  }

  private void authoritiesAreTheCountrysOwnAndDistinct() {
    Set<AuthorityId> seen = new HashSet<>();
    List<Authority> authorities = profile.authorities();
    for (int i = 0; i < authorities.size(); i++) {
      AuthorityId id = authorities.get(i).id();
      String path = "authorities[" + i + "].id";
      require(id.country().equals(profile.code()), path, id + " is of another country");
      require(seen.add(id), path, id + " stands twice");
    }
  }

  private void registersAreKeptByAnAuthorityOfTheCountry() {
    isKept(profile.populationRegister(), "registers.population.authority");
    isKept(profile.businessRegister(), "registers.business.authority");
  }

  private void isKept(Register register, String path) {
    AuthorityId keeper = register.authority();
    require(profile.authority(keeper).isPresent(), path, keeper + " is not among the authorities");
  }

  /** Who supervises the others is none of them. */
  private void dataProtectionIsAnAuthorityOfItsOwn() {
    AuthorityId id = profile.dataProtection().id();
    String path = "dataProtection.id";
    require(id.country().equals(profile.code()), path, id + " is of another country");
    require(profile.authority(id).isEmpty(), path, id + " is among the authorities");
  }

  private void identifierSchemesExist() {
    String person = profile.personScheme();
    String company = profile.companyScheme();
    boolean ofPeople = IdentifierSchemes.namesOfPeople().anyMatch(person::equals);
    boolean ofCompanies = IdentifierSchemes.namesOfCompanies().anyMatch(company::equals);
    require(ofPeople, "identifiers.person", "no identifier scheme of people: " + person);
    require(ofCompanies, "identifiers.company", "no identifier scheme of companies: " + company);
  }

  private void check(AccessAgreement agreement, String path) {
    EvidenceTypeCode type = agreement.evidenceType();
    require(
        profile.providerOf(type).isPresent(), path + ".evidence", "no authority provides " + type);
    if (agreement.requester() instanceof OneCountry(CountryCode country)) {
      require(!country.equals(profile.code()), path + ".requester", "is the country itself");
      require(all.containsKey(country), path + ".requester", country + " does not take part");
    }
    agreement.authorities().stream()
        .sorted()
        .forEach(authority -> check(agreement, authority, path + ".authorities"));
  }

  private void check(AccessAgreement agreement, AuthorityId id, String path) {
    boolean admitted = agreement.requester().admits(id.country());
    require(admitted, path, id + " is not an authority of the requester");
    CountryProfile theirs = all.get(id.country());
    if (theirs != null && admitted) {
      boolean runs =
          theirs.authority(id).filter(one -> one.runs(agreement.procedure())).isPresent();
      require(runs, path, id + " does not run " + agreement.procedure());
    }
  }

  private void agreementsDoNotContradictEachOther() {
    record Subject(Requester requester, ProcedureCode procedure, EvidenceTypeCode type) {}
    Set<Subject> seen = new HashSet<>();
    List<AccessAgreement> agreements = profile.agreements();
    for (int i = 0; i < agreements.size(); i++) {
      AccessAgreement one = agreements.get(i);
      boolean first = seen.add(new Subject(one.requester(), one.procedure(), one.evidenceType()));
      require(
          first,
          "agreements[" + i + "]",
          "a second agreement with the same requester, procedure and evidence");
    }
  }

  private void require(boolean holds, String path, String otherwise) {
    if (!holds) {
      problems.accept(new Problem(file, path, otherwise));
    }
  }
}
