package eu.digitalnorth.restsecurity.access;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.restsecurity.caller.Caller;
import eu.digitalnorth.restsecurity.caller.Callers;
import eu.digitalnorth.restsecurity.caller.OfficerRole;
import java.util.Arrays;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/** Conditions upon callers, for {@link AccessRules}. */
public final class Access {
  /** The path variable that names the country whose data are asked for. */
  private static final String COUNTRY = "country";

  private Access() {}

  /** Anybody whom the issuer vouches for. */
  public static AuthorizationManager<RequestAuthorizationContext> caller() {
    return where((caller, path) -> true);
  }

  /** An officer with one of these roles. */
  public static AuthorizationManager<RequestAuthorizationContext> officer(OfficerRole... roles) {
    return where((caller, path) -> isOfficer(caller, roles));
  }

  /** An officer with one of these roles, of the country in the path. */
  public static AuthorizationManager<RequestAuthorizationContext> officerOfPathCountry(
      OfficerRole... roles) {
    return where((caller, path) -> isOfficer(caller, roles) && isOf(caller, path));
  }

  /** A citizen of the country in the path. */
  public static AuthorizationManager<RequestAuthorizationContext> citizenOfPathCountry() {
    return where((caller, path) -> caller instanceof Caller.Citizen && isOf(caller, path));
  }

  /** Either of the two before. */
  public static AuthorizationManager<RequestAuthorizationContext> citizenOrOfficerOfPathCountry(
      OfficerRole... roles) {
    return where(
        (caller, path) ->
            (caller instanceof Caller.Citizen || isOfficer(caller, roles)) && isOf(caller, path));
  }

  private static AuthorizationManager<RequestAuthorizationContext> where(Condition condition) {
    return (authentication, context) -> {
      Predicate<Caller> holds =
          caller -> condition.holds(caller, context.getVariables().get(COUNTRY));
      return new AuthorizationDecision(Callers.of(authentication.get()).filter(holds).isPresent());
    };
  }

  private static boolean isOfficer(Caller caller, OfficerRole... roles) {
    return caller instanceof Caller.Officer officer && Arrays.stream(roles).anyMatch(officer::is);
  }

  private static boolean isOf(Caller caller, @Nullable String country) {
    CountryCode own = caller.country();
    return own.lower().equals(country) || own.value().equals(country);
  }

  private interface Condition {
    boolean holds(Caller caller, @Nullable String country);
  }
}
