package eu.digitalnorth.country.identifier;

import eu.digitalnorth.country.CountryCode;

/** How one country identifies its people or its companies. */
public sealed interface IdentifierScheme permits PersonScheme, CompanyScheme {

  /** Country and name, as {@code ee-isikukood}; what a profile refers to. */
  String name();

  /**
   * Checks and normalises an identifier as somebody wrote it. What the issuer calls valid is never
   * rejected: a rule that it only advises gives a warning.
   */
  Check check(String text);

  /** The issuer's country. */
  default CountryCode country() {
    return CountryCode.of(name().substring(0, 2));
  }
}
