package eu.digitalnorth.country.identifier;

import java.util.stream.Stream;

/** A country's identifier of companies. */
public non-sealed interface CompanyScheme extends IdentifierScheme {

  /**
   * Numbers that pass the check and are no real company's, in a fixed order, at least 100,000; each
   * implementation says why they are none.
   */
  Stream<String> synthetic();
}
