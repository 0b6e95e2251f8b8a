package eu.digitalnorth.trust.crypto;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The bytes that a signature is made over: a list of fields, each preceded by whether it is there
 * and by its length, so that no two different lists have the same bytes. The first field says what
 * is signed and in which version of the form, so that a signature of one kind is none of another.
 *
 * <p>A field is {@code 0x00} if it is absent; else {@code 0x01}, its length in bytes as an unsigned
 * 32-bit big-endian number, and its bytes. An absent field is not an empty one.
 */
public final class CanonicalForm {
  private static final int PREFIX_BYTES = 1 + Integer.BYTES;

  private final List<byte @Nullable []> fields = new ArrayList<>(12);
  private int size;

  /**
   * @param kind what is signed, with the version of its form
   */
  public CanonicalForm(String kind) {
    text(kind);
  }

  public CanonicalForm bytes(byte @Nullable [] field) {
    fields.add(field);
    size = Math.addExact(size, field == null ? 1 : PREFIX_BYTES + field.length);
    return this;
  }

  /** As UTF-8. */
  public CanonicalForm text(@Nullable String field) {
    return bytes(field == null ? null : field.getBytes(StandardCharsets.UTF_8));
  }

  /** As decimal milliseconds since 1970-01-01T00:00:00Z. */
  public CanonicalForm time(@Nullable Instant field) {
    return text(field == null ? null : Long.toString(field.toEpochMilli()));
  }

  public byte[] toBytes() {
    ByteBuffer form = ByteBuffer.allocate(size);
    for (byte[] field : fields) {
      if (field == null) {
        form.put((byte) 0);
      } else {
        form.put((byte) 1).putInt(field.length).put(field);
      }
    }
    return form.array();
  }
}
