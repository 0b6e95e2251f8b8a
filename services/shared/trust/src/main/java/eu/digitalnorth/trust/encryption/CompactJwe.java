package eu.digitalnorth.trust.encryption;

import com.nimbusds.jose.JWEHeader;
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
record CompactJwe(
    CanonicalBase64 header, CanonicalBase64 iv, CanonicalBase64 cipherText, CanonicalBase64 tag) {
  /** More than what Kafka takes as one record. */
  private static final int MOST_BYTES = 2_000_000;

  private static final int LONGEST_HEADER = 1_500;
  private static final int PARTS = 5;
  private static final int HEADER = 0;
  private static final int ENCRYPTED_KEY = 1;
  private static final int IV = 2;
  private static final int CIPHER_TEXT = 3;
  private static final int TAG = 4;

  static Optional<CompactJwe> parse(byte[] jwe) {
    if (jwe.length > MOST_BYTES) {
      return Optional.empty();
    }
    String[] parts = new String(jwe, StandardCharsets.US_ASCII).split("\\.", PARTS + 1);
    if (parts.length != PARTS
        || parts[HEADER].length() > LONGEST_HEADER
        || !parts[ENCRYPTED_KEY].isEmpty()) {
      return Optional.empty();
    }
    List<Optional<CanonicalBase64>> decoded =
        Stream.of(parts[HEADER], parts[IV], parts[CIPHER_TEXT], parts[TAG])
            .map(CanonicalBase64::parseSome)
            .toList();
    return decoded.stream().allMatch(Optional::isPresent)
        ? Optional.of(
            new CompactJwe(
                decoded.get(0).orElseThrow(),
                decoded.get(1).orElseThrow(),
                decoded.get(2).orElseThrow(),
                decoded.get(3).orElseThrow()))
        : Optional.empty();
  }

  JWEHeader readHeader() throws ParseException {
    return JWEHeader.parse(header);
  }

  /** RFC 7516, section 5.1, step 14. */
  byte[] authenticatedData() {
    return header.toString().getBytes(StandardCharsets.US_ASCII);
  }
}
