package eu.digitalnorth.audit.ledger;

import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Writes one JSON object as RFC 8785 has it; the caller gives the members in their order. */
final class CanonicalObject {
  private static final int FIRST_PRINTABLE = 0x20;

  private final StringBuilder json;

  CanonicalObject(int usualLength) {
    json = new StringBuilder(usualLength).append('{');
  }

  /** A member that is a text; none if the value is null. */
  CanonicalObject text(String name, @Nullable Object value) {
    if (value != null) {
      name(name);
      quote(value.toString());
    }
    return this;
  }

  /** A member that is canonical JSON already; none if the value is null. */
  CanonicalObject raw(String name, @Nullable String value) {
    if (value != null) {
      name(name);
      json.append(value);
    }
    return this;
  }

  String end() {
    return json.append('}').toString();
  }

  private void name(String name) {
    if (json.length() > 1) {
      json.append(',');
    }
    json.append('"').append(name).append("\":");
  }

  private void quote(String text) {
    json.append('"');
    int written = 0;
    for (int i = 0; i < text.length(); i++) {
      if (isEscaped(text.charAt(i))) {
        json.append(text, written, i);
        escape(text.charAt(i));
        written = i + 1;
      }
    }
    json.append(written == 0 ? text : text.substring(written)).append('"');
  }

  private static boolean isEscaped(char c) {
    return c < FIRST_PRINTABLE || c == '"' || c == '\\';
  }

  /** RFC 8785, clause 3.2.2.2. */
  private void escape(char c) {
    switch (c) {
      case '"' -> json.append("\\\"");
      case '\\' -> json.append("\\\\");
      case '\b' -> json.append("\\b");
      case '\t' -> json.append("\\t");
      case '\n' -> json.append("\\n");
      case '\f' -> json.append("\\f");
      case '\r' -> json.append("\\r");
      default -> json.append("\\u").append(HexFormat.of().toHexDigits(c));
    }
  }
}
