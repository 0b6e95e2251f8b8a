package eu.digitalnorth.country;

import java.util.Set;

/**
 * What a country, as evidence provider, agreed to answer.
 *
 * @param requester whose authorities may ask
 * @param procedure in which procedure only
 * @param minimumLevel the weakest authentication of the citizen that is accepted
 * @param authorities the only ones that may ask; empty means any of the requester's
 */
public record AccessAgreement(
    Requester requester,
    ProcedureCode procedure,
    EvidenceTypeCode evidenceType,
    LevelOfAssurance minimumLevel,
    Set<AuthorityId> authorities) {

  public AccessAgreement {
    authorities = Set.copyOf(authorities);
  }

  boolean isAbout(ProcedureCode asked, EvidenceTypeCode type) {
    return procedure.equals(asked) && evidenceType == type;
  }

  boolean admits(AuthorityId authority) {
    return authorities.isEmpty() || authorities.contains(authority);
  }
}
