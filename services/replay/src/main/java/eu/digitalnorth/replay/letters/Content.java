package eu.digitalnorth.replay.letters;

import eu.digitalnorth.messaging.envelope.Header;
import eu.digitalnorth.messaging.envelope.RawRecord;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** SHA-256 of what a record is, wherever it is: key, value and headers in their order. */
record Content(String sha256) {

  static Content of(RawRecord raw, List<Header> headers) {
    MessageDigest digest = sha256Digest();
    add(digest, raw.key());
    add(digest, raw.value());
    for (Header header : headers) {
      add(digest, header.name().getBytes(StandardCharsets.UTF_8));
      add(digest, header.value());
    }
    return new Content(HexFormat.of().formatHex(digest.digest()));
  }

  /**
   * With its length in front, so that nothing passes for something else; null has the length -1.
   */
  private static void add(MessageDigest digest, byte @Nullable [] bytes) {
    int length = bytes == null ? -1 : bytes.length;
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(length).array());
    if (bytes != null) {
      digest.update(bytes);
    }
  }

  private static MessageDigest sha256Digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every JDK has it
    }
  }
}
