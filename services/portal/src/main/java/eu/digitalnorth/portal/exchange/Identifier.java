package eu.digitalnorth.portal.exchange;

/**
 * A national identifier of a person or a company, normalised. It is personal: it goes into the
 * attestation request and nowhere else.
 *
 * @param scheme for example {@code ee-isikukood}
 */
public record Identifier(String scheme, String value) {

  /** Without the number, since this ends up in logs. */
  @Override
  public String toString() {
    return scheme + ":...";
  }
}
