package eu.digitalnorth.country;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A participant, as its YAML file describes it.
 *
 * @param name in English
 * @param nativeNames by language (ISO 639-1)
 * @param euMember whether it is a member state of the European Union
 * @param personScheme the name of the identifier scheme of its people, as {@code ee-isikukood}
 * @param companyScheme the name of the identifier scheme of its companies
 * @param dataProtection supervises how personal data are used; runs no procedure, provides nothing
 * @param agreements what it answers as evidence provider
 * @param schemaVersions the major version of each message domain that it speaks
 */
public record CountryProfile(
    CountryCode code,
    String name,
    Map<String, String> nativeNames,
    boolean euMember,
    List<Authority> authorities,
    ElectronicIdScheme eid,
    String personScheme,
    String companyScheme,
    Register populationRegister,
    Register businessRegister,
    Authority dataProtection,
    List<AccessAgreement> agreements,
    Map<String, Integer> schemaVersions) {

  public CountryProfile {
    nativeNames = Map.copyOf(nativeNames);
    authorities = List.copyOf(authorities);
    agreements = List.copyOf(agreements);
    schemaVersions = Map.copyOf(schemaVersions);
  }

  public Optional<Authority> authority(AuthorityId id) {
    return authorities.stream().filter(authority -> authority.id().equals(id)).findFirst();
  }

  /** The authority that issues evidence of a type in this country. */
  public Optional<Authority> providerOf(EvidenceTypeCode type) {
    return authorities.stream().filter(one -> one.provides().contains(type)).findFirst();
  }

  /** The authorities that run a procedure in this country, by id. */
  public List<Authority> requestersFor(ProcedureCode procedure) {
    return authorities.stream()
        .filter(one -> one.runs(procedure))
        .sorted(Comparator.comparing(Authority::id))
        .toList();
  }

  /**
   * The agreement under which this country answers an authority. Agreements with the requester's
   * country by name stand in place of those with everybody, so that they may also be stricter. A
   * country has no agreement with itself, nor with an authority that is not the requester's.
   */
  public Optional<AccessAgreement> agreementFor(
      CountryCode requester,
      ProcedureCode procedure,
      EvidenceTypeCode evidenceType,
      AuthorityId authority) {
    if (requester.equals(code) || !authority.country().equals(requester)) {
      return Optional.empty();
    }
    List<AccessAgreement> all =
        agreements.stream()
            .filter(one -> one.isAbout(procedure, evidenceType))
            .filter(one -> one.requester().admits(requester))
            .toList();
    Predicate<AccessAgreement> named = one -> one.requester() instanceof Requester.OneCountry;
    boolean byName = all.stream().anyMatch(named);
    return all.stream()
        .filter(one -> named.test(one) == byName)
        .filter(one -> one.admits(authority))
        .findFirst();
  }
}
