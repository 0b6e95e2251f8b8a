package eu.digitalnorth.portal.rest;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The header {@code Idempotency-Key} (IETF draft httpapi-idempotency-key-header). */
final class IdempotencyKey {
  static final String HEADER = "Idempotency-Key";

  private static final Pattern FORM = Pattern.compile("[\\x21-\\x7e]{1,255}");

  private IdempotencyKey() {}

  static String checked(@Nullable String key) {
    if (key == null) {
      throw Problems.keyMissing();
    }
    if (!FORM.matcher(key).matches()) {
      throw Problems.keyMalformed();
    }
    return key;
  }
}
