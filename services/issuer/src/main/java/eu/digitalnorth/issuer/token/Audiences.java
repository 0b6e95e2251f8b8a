package eu.digitalnorth.issuer.token;

import eu.digitalnorth.restsecurity.caller.Caller;
import eu.digitalnorth.restsecurity.caller.OfficerRole;
import java.util.List;

/**
 * For which services a token is good: those that have something to do for the caller, so that a
 * service which is broken into cannot use what it is sent on all the others.
 */
final class Audiences {
  private static final String PREFIX = "urn:digital-north:";

  private Audiences() {}

  static List<String> of(Caller caller) {
    return services(caller).stream().map(service -> PREFIX + service).toList();
  }

  private static List<String> services(Caller caller) {
    return switch (caller) {
      case Caller.Citizen citizen -> List.of("portal", "attestation", "audit");
      case Caller.Officer officer ->
          officer.roles().stream().map(Audiences::service).distinct().sorted().toList();
    };
  }

  private static String service(OfficerRole role) {
    return switch (role) {
      case REQUESTER -> "portal";
      case POPULATION_REGISTRAR, BUSINESS_REGISTRAR, DEMONSTRATOR -> "registry";
      case EID_ISSUER -> "attestation";
      case LEDGER_SUPERVISOR -> "audit";
    };
  }
}
