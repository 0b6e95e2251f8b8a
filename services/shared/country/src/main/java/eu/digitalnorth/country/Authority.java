package eu.digitalnorth.country;

import java.util.Set;

/**
 * A public authority of a country.
 *
 * @param name as it calls itself
 * @param procedures those it runs, and in which it may ask for evidence; empty if it only provides
 * @param provides the evidence types it issues; empty if it only asks
 */
public record Authority(
    AuthorityId id, String name, Set<ProcedureCode> procedures, Set<EvidenceTypeCode> provides) {

  public Authority {
    procedures = Set.copyOf(procedures);
    provides = Set.copyOf(provides);
  }

  /** Whether it may be the evidence requester of an exchange. */
  public boolean isRequester() {
    return !procedures.isEmpty();
  }

  /** Whether it may be the evidence provider of an exchange. */
  public boolean isProvider() {
    return !provides.isEmpty();
  }

  public boolean runs(ProcedureCode procedure) {
    return procedures.contains(procedure);
  }
}
