package eu.digitalnorth.evidence.domain;

import eu.digitalnorth.country.Authority;
import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.country.CountryProfile;
import eu.digitalnorth.country.CountryProfiles;
import eu.digitalnorth.country.EvidenceTypeCode;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides upon evidence requests in the name of one country. A decision depends on nothing but its
 * arguments and the profiles, so that it can be repeated.
 */
public final class EvidenceProvider {
  private final CountryProfile country;
  private final CountryProfiles participants;

  public EvidenceProvider(CountryProfile country, CountryProfiles participants) {
    this.country = country;
    this.participants = participants;
  }

  public CountryCode country() {
    return country.code();
  }

  /**
   * The authority that provides evidence of a type; where none does, the keeper of the population
   * register says so.
   */
  public Authority authorityFor(@Nullable EvidenceTypeCode type) {
    return Optional.ofNullable(type)
        .flatMap(country::providerOf)
        .or(() -> country.authority(country.populationRegister().authority()))
        .orElseThrow();
  }

  /**
   * What refuses a request before a register is asked; empty if nothing does.
   *
   * @param standing what the attesting country says of the attestation by now
   */
  public Optional<Outcome.Refused> refusalOf(
      EvidenceRequest request, Standing standing, Instant decidedAt) {
    return EvidenceRules.refusalOf(new Case(request, country, participants, standing, decidedAt));
  }

  /**
   * Whom a request is about: the company that the citizen represents where the evidence is about
   * one, else the citizen. Empty if the attestation does not tell.
   */
  public static Optional<SubjectId> subjectOf(EvidenceRequest request) {
    return request.attestation().flatMap(attestation -> subjectOf(request, attestation));
  }

  private static Optional<SubjectId> subjectOf(EvidenceRequest request, Attestation attestation) {
    AttestedIdentity company = attestation.legalPerson();
    boolean aboutCompany =
        request.type() == EvidenceTypeCode.COMPANY_REGISTRATION
            || (request.type() == EvidenceTypeCode.TAX_CLEARANCE && company != null);
    return aboutCompany
        ? subject(SubjectId.Kind.COMPANY, company)
        : subject(SubjectId.Kind.PERSON, attestation.naturalPerson());
  }

  /**
   * The outcome for a request that nothing refused.
   *
   * @param entry what the register holds of its subject; null if it does not know them
   */
  public Outcome outcomeOf(EvidenceRequest request, @Nullable RegisterEntry entry) {
    if (entry == null) {
      return new Outcome.Refused(
          RefusalReason.SUBJECT_NOT_FOUND, "The register does not know the subject");
    }
    EvidenceTypeCode type = Objects.requireNonNull(request.type());
    return EvidenceIssue.from(entry, type, country)
        .<Outcome>map(Outcome.Provided::new)
        .orElseGet(
            () ->
                new Outcome.Refused(
                    RefusalReason.EVIDENCE_NOT_FOUND,
                    "The register holds no such evidence about the subject"));
  }

  private static Optional<SubjectId> subject(
      SubjectId.Kind kind, @Nullable AttestedIdentity identity) {
    return Optional.ofNullable(identity)
        .filter(one -> one.identifier() != null)
        .map(one -> SubjectId.of(kind, one.scheme(), Objects.requireNonNull(one.identifier())));
  }
}
