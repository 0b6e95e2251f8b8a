package eu.digitalnorth.replay.compare;

import eu.digitalnorth.trust.crypto.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a value that differs each time is compared as. A value that has not the form that the rule
 * names stays as it is, so that nonsense in its place shows.
 */
public enum Normaliser {
  /** Not at all. */
  IGNORE {
    @Override
    @Nullable Object apply(@Nullable Object value) {
      throw new UnsupportedOperationException("What is ignored is taken out");
    }
  },
  /** That there is a UUID. */
  ID {
    @Override
    @Nullable Object apply(@Nullable Object value) {
      return has(UUID_FORM, value) ? "«id»" : value;
    }
  },
  /** That there is a time: ISO 8601, or milliseconds since the epoch. */
  TIME {
    @Override
    @Nullable Object apply(@Nullable Object value) {
      return value instanceof Number || isInstant(value) ? "«time»" : value;
    }
  },
  /** That there is a signature as docs/signature.md has it. */
  SIGNATURE {
    @Override
    @Nullable Object apply(@Nullable Object value) {
      return has(SIGNATURE_FORM, value) ? "«signature»" : value;
    }
  },
  /** Its SHA-256, where it is long and its bytes tell a person nothing. */
  DIGEST {
    @Override
    @Nullable Object apply(@Nullable Object value) {
      return value == null ? null : "sha256:" + sha256(value.toString());
    }
  },
  /** That there is something, as of what is encrypted anew each time. */
  PRESENCE {
    @Override
    @Nullable Object apply(@Nullable Object value) {
      return value == null ? null : "«present»";
    }
  };

  private static final Pattern UUID_FORM =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
  private static final Pattern SIGNATURE_FORM =
      Pattern.compile("[A-Za-z0-9_-]{43}:[A-Za-z0-9_-]{86}(:[0-9]+/[0-9]+:[A-Za-z0-9_-]+)?");

  abstract @Nullable Object apply(@Nullable Object value);

  /** By its name in lower case. */
  public static Optional<Normaliser> find(String name) {
    return Arrays.stream(values())
        .filter(kind -> kind.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst();
  }

  private static boolean has(Pattern form, @Nullable Object value) {
    return value != null && form.matcher(value.toString()).matches();
  }

  private static boolean isInstant(@Nullable Object value) {
    try {
      Instant.parse(Objects.toString(value, ""));
      return true;
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  private static String sha256(String text) {
    return HexFormat.of().formatHex(Sha256.of(text.getBytes(StandardCharsets.UTF_8)));
  }
}
