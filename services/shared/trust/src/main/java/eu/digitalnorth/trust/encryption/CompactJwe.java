package eu.digitalnorth.trust.encryption;

import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.util.Base64URL;
import eu.digitalnorth.trust.crypto.CanonicalBase64;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The parts of a JWE in compact serialisation (RFC 7516, section 7.1) whose key is agreed on
 * directly, so that the part of the encrypted key is empty.
 */
record CompactJwe(Base64URL header, Base64URL iv, Base64URL cipherText, Base64URL tag) {
  /** More than what Kafka takes as one record. */
  private static final int MOST_BYTES = 2_000_000;

  private static final int LONGEST_HEADER = 1_500;
  private static final int PARTS = 5;
  private static final int ENCRYPTED_KEY = 1;

  static Optional<CompactJwe> parse(byte[] jwe) {
    if (jwe.length > MOST_BYTES) {
      return Optional.empty();
    }
    List<String> parts = List.of(new String(jwe, StandardCharsets.US_ASCII).split("\\.", -1));
    return parts.size() == PARTS
            && parts.get(0).length() <= LONGEST_HEADER
            && parts.get(ENCRYPTED_KEY).isEmpty()
            && Stream.of(0, 2, 3, 4).map(parts::get).allMatch(CompactJwe::isCanonical)
        ? Optional.of(
            new CompactJwe(
                new Base64URL(parts.get(0)),
                new Base64URL(parts.get(2)),
                new Base64URL(parts.get(3)),
                new Base64URL(parts.get(4))))
        : Optional.empty();
  }

  JWEHeader readHeader() throws ParseException {
    return JWEHeader.parse(header);
  }

  /** RFC 7516, section 5.1, step 14. */
  byte[] authenticatedData() {
    return header.toString().getBytes(StandardCharsets.US_ASCII);
  }

  private static boolean isCanonical(String part) {
    return !part.isEmpty() && CanonicalBase64.decode(part).isPresent();
  }
}
