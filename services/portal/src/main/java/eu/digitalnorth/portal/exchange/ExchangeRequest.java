package eu.digitalnorth.portal.exchange;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A request to start an exchange, checked.
 *
 * @param person whom the requester expects to be authenticated (CIBA {@code login_hint})
 * @param company for which the person acts, if for one
 * @param lifetime how long answers are waited for
 */
public record ExchangeRequest(
    Terms terms, Identifier person, @Nullable Identifier company, Duration lifetime) {

  /** The same text for the same request, however its JSON was written. It is personal. */
  public String canonical() {
    return terms
        + "|"
        + text(person)
        + "|"
        + (company == null ? "" : text(company))
        + "|"
        + lifetime;
  }

  private static String text(Identifier identifier) {
    return identifier.scheme() + ':' + identifier.value();
  }
}
