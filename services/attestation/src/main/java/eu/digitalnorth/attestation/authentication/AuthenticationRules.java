package eu.digitalnorth.attestation.authentication;

import eu.digitalnorth.country.AuthorityId;
import eu.digitalnorth.country.CountryProfiles;
import eu.digitalnorth.country.ProcedureCode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * When a citizen is not asked at all. The first rule that is broken decides, so that a requester
 * who may not ask does not learn who is registered.
 */
public final class AuthenticationRules {
  private final CountryProfiles profiles;
  private final List<Rule> rules =
      List.of(
          new Rule(RefusalReason.EXPIRED_TOKEN, AuthenticationRules::inTime),
          new Rule(RefusalReason.REQUESTER_NOT_TRUSTED, this::requesterRunsTheProcedure),
          new Rule(RefusalReason.INVALID_REQUEST, AuthenticationRules::complete),
          new Rule(RefusalReason.LEVEL_OF_ASSURANCE_NOT_AVAILABLE, this::levelIsOffered),
          new Rule(RefusalReason.UNKNOWN_SUBJECT, AuthenticationRules::registered),
          new Rule(RefusalReason.SUBJECT_DECEASED, AuthenticationRules::alive),
          new Rule(RefusalReason.NOT_A_REPRESENTATIVE, AuthenticationRules::mayAct));

  public AuthenticationRules(CountryProfiles profiles) {
    this.profiles = profiles;
  }

  /** Why the request is refused at this moment; empty if nothing stands in its way. */
  public Optional<RefusalReason> refusal(
      AuthenticationRequest request, Holder holder, Instant now) {
    Case one = new Case(request, holder, now);
    return rules.stream().filter(rule -> !rule.keptBy(one)).map(Rule::reason).findFirst();
  }

  private static boolean inTime(Case one) {
    return !one.request.isExpired(one.now);
  }

  private boolean requesterRunsTheProcedure(Case one) {
    RequestingAuthority requester = one.request.requester();
    try {
      AuthorityId id = new AuthorityId(requester.id());
      ProcedureCode procedure = new ProcedureCode(one.request.procedure());
      return id.country().equals(requester.country())
          && profiles.authority(id).filter(authority -> authority.runs(procedure)).isPresent();
    } catch (IllegalArgumentException e) { // nobody has such an id, or runs such a procedure
      return false;
    }
  }

  private static boolean complete(Case one) {
    return one.request.level() != null
        && one.request.hint().wellFormed()
        && one.request.responseKey() != null;
  }

  private boolean levelIsOffered(Case one) {
    return one.request.level() != null
        && profiles.get(one.request.country()).eid().highestLevel().isAtLeast(one.request.level());
  }

  private static boolean registered(Case one) {
    return one.holder.citizen() != null;
  }

  private static boolean alive(Case one) {
    Citizen citizen = one.holder.citizen();
    return citizen != null && !citizen.deceased();
  }

  /** For oneself, or for an active company that one represents. */
  private static boolean mayAct(Case one) {
    if (one.request.hint().company() == null) {
      return true;
    }
    Citizen citizen = one.holder.citizen();
    RegisteredCompany company = one.holder.company();
    return citizen != null
        && company != null
        && company.active()
        && company.isRepresentedBy(citizen);
  }

  private record Case(AuthenticationRequest request, Holder holder, Instant now) {}

  private record Rule(RefusalReason reason, Predicate<Case> condition) {
    boolean keptBy(Case one) {
      return condition.test(one);
    }
  }
}
