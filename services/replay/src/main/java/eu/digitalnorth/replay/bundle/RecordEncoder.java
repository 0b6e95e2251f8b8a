package eu.digitalnorth.replay.bundle;

import eu.digitalnorth.messaging.envelope.Header;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes records as the binary of {@link RecordSchema#V1} (Avro 1.12 specification, Binary
 * Encoding). A recording has millions of them: Avro's own encoders, which know any schema, take
 * several times as long. For use by one thread.
 */
final class RecordEncoder {
  private static final int INITIAL = 1 << 14;

  /** What a record has in numbers, at most, that are not a length of something. */
  private static final int FIXED = 64;

  /** Bytes of a 64-bit number, at most. */
  private static final int LONGEST_NUMBER = 10;

  private byte[] bytes = new byte[INITIAL];
  private int end;

  /**
   * @return valid until the next one
   */
  ByteBuffer encode(RecordedRecord record) {
    end = 0;
    reserve(FIXED);
    text(record.topic());
    number(record.partition());
    number(record.offset());
    number(record.timestamp());
    number(record.timestampType().id + 1);
    payload(record.key());
    payload(record.value());
    headers(record.headers());
    return ByteBuffer.wrap(bytes, 0, end);
  }

  private void payload(Payload payload) {
    nullable(payload.bytes());
    number(payload.framing().ordinal());
    String schema = payload.schema();
    if (schema == null) {
      number(0);
    } else {
      number(1);
      text(schema);
    }
  }

  /** One block of an array, then the empty block that ends it. */
  private void headers(List<Header> headers) {
    if (!headers.isEmpty()) {
      number(headers.size());
      for (Header header : headers) {
        text(header.name());
        nullable(header.value());
      }
    }
    number(0);
  }

  private void nullable(byte @Nullable [] value) {
    if (value == null) {
      number(0);
    } else {
      number(1);
      chunk(value);
    }
  }

  private void text(String text) {
    chunk(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Leaves room for the numbers that can follow. */
  private void chunk(byte[] chunk) {
    reserve(chunk.length + FIXED);
    number(chunk.length);
    System.arraycopy(chunk, 0, bytes, end, chunk.length);
    end += chunk.length;
  }

  /** Zigzag, then seven bits a byte, the lowest first. */
  private void number(long number) {
    long rest = number << 1 ^ number >> 63;
    while ((rest & ~0x7FL) != 0) {
      bytes[end++] = (byte) (rest & 0x7F | 0x80);
      rest >>>= 7;
    }
    bytes[end++] = (byte) rest;
  }

  private void reserve(int more) {
    int needed = end + more + LONGEST_NUMBER;
    if (needed > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(needed, bytes.length * 2));
    }
  }
}
