package eu.digitalnorth.restsecurity.caller;

import eu.digitalnorth.country.AuthorityId;
import eu.digitalnorth.country.CountryCode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The claims that say who calls: of a citizen {@code identifier}, of an officer {@code roles}. */
public final class CallerClaims {
  /** ISO 3166-1 alpha-2, in upper case. */
  public static final String COUNTRY = "country";

  public static final String IDENTIFIER_SCHEME = "identifier_scheme";
  public static final String IDENTIFIER = "identifier";

  /** Id of an authority: {@code NO:university-admissions}. */
  public static final String AUTHORITY = "authority";

  /** A list of {@link OfficerRole} in lower case. */
  public static final String ROLES = "roles";

  private CallerClaims() {}

  public static Map<String, Object> of(Caller caller) {
    return switch (caller) {
      case Caller.Citizen citizen ->
          Map.of(
              COUNTRY, citizen.country().value(),
              IDENTIFIER_SCHEME, citizen.scheme(),
              IDENTIFIER, citizen.identifier());
      case Caller.Officer officer ->
          Map.of(
              COUNTRY, officer.country().value(),
              AUTHORITY, officer.authority().value(),
              ROLES, officer.roles().stream().map(CallerClaims::written).sorted().toList());
    };
  }

  /**
   * @throws InvalidCallerException if they do not say who calls, or say it twice
   */
  public static Caller read(Map<String, Object> claims) {
    try {
      CountryCode country = new CountryCode(text(claims, COUNTRY));
      boolean citizen = claims.containsKey(IDENTIFIER);
      if (citizen == claims.containsKey(AUTHORITY)) {
        throw new InvalidCallerException("either a citizen or an officer");
      }
      return citizen ? citizen(country, claims) : officer(country, claims);
    } catch (IllegalArgumentException e) {
      throw new InvalidCallerException("a claim is malformed"); // the cause may quote it
    }
  }

  private static Caller citizen(CountryCode country, Map<String, Object> claims) {
    return new Caller.Citizen(country, text(claims, IDENTIFIER_SCHEME), text(claims, IDENTIFIER));
  }

  private static Caller officer(CountryCode country, Map<String, Object> claims) {
    AuthorityId authority = new AuthorityId(text(claims, AUTHORITY));
    if (!authority.country().equals(country)) {
      throw new InvalidCallerException("the authority is of another country");
    }
    return new Caller.Officer(authority, roles(claims.get(ROLES)));
  }

  /** Roles that are not ours are another system's, and give nothing here. */
  private static Set<OfficerRole> roles(@Nullable Object claim) {
    if (!(claim instanceof List<?> names)) {
      throw new InvalidCallerException("roles are a list");
    }
    return Arrays.stream(OfficerRole.values())
        .filter(role -> names.contains(written(role)))
        .collect(Collectors.toSet());
  }

  private static String text(Map<String, Object> claims, String name) {
    if (claims.get(name) instanceof String text && !text.isBlank()) {
      return text;
    }
    throw new InvalidCallerException(name + " is missing");
  }

  private static String written(OfficerRole role) {
    return role.name().toLowerCase(Locale.ROOT);
  }
}
