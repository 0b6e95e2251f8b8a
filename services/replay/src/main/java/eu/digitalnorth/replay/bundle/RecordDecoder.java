package eu.digitalnorth.replay.bundle;

import eu.digitalnorth.messaging.envelope.Header;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;

/**
 * The counterpart of {@link RecordEncoder}: takes the records out of a block of a file. What cannot
 * be what was written is an {@link IOException}, and nothing is read beyond the block.
 */
final class RecordDecoder {
  private static final TimestampType[] TIMESTAMP_TYPES = {
    TimestampType.NO_TIMESTAMP_TYPE, TimestampType.CREATE_TIME, TimestampType.LOG_APPEND_TIME
  };
  private static final Framing[] FRAMINGS = Framing.values();

  /** Bits of a number of 64 bits in bytes of seven. */
  private static final int MOST_SHIFT = 63;

  private final RepeatedNames names = new RepeatedNames();
  private final int longest;
  private byte[] bytes = {};
  private int at;
  private int end;

  /**
   * @param longest bytes that a key, a value or a header may have at most, as the manifest says:
   *     not Avro's own limit, which is for messages, and not whatever length the file claims
   */
  RecordDecoder(int longest) {
    this.longest = longest;
  }

  /**
   * Goes on with this block.
   *
   * @param block has an array; is left as it is while it is being read
   */
  void over(ByteBuffer block) {
    bytes = block.array();
    at = block.arrayOffset() + block.position();
    end = at + block.remaining();
  }

  /** Whether there is nothing left of the block. */
  boolean isAtEnd() {
    return at == end;
  }

  RecordedRecord next() throws IOException {
    return new RecordedRecord(
        name(),
        integer(),
        number(),
        number(),
        TIMESTAMP_TYPES[choice(TIMESTAMP_TYPES.length)],
        payload(),
        payload(),
        headers());
  }

  private Payload payload() throws IOException {
    return new Payload(
        nullable(), FRAMINGS[choice(FRAMINGS.length)], choice(2) == 0 ? null : name());
  }

  /** Blocks of an array, up to an empty one; a negative count has the block's bytes after it. */
  private List<Header> headers() throws IOException {
    List<Header> headers = new ArrayList<>();
    for (long count = number(); count != 0; count = number()) {
      if (count < 0) {
        number();
      }
      for (long i = Math.abs(count); i > 0; i--) {
        headers.add(new Header(name(), nullable()));
      }
    }
    return headers;
  }

  private byte @Nullable [] nullable() throws IOException {
    if (choice(2) == 0) {
      return null;
    }
    long length = number();
    if (length < 0 || length > longest) {
      throw new IOException(
          "has %,d bytes where at most %,d were recorded".formatted(length, longest));
    }
    int from = pass(length);
    return Arrays.copyOfRange(bytes, from, at);
  }

  private String name() throws IOException {
    int from = pass(number());
    return names.of(bytes, from, at);
  }

  /** Where it was before; what is passed is all in the block. */
  private int pass(long length) throws IOException {
    if (length < 0 || length > end - at) {
      throw new IOException("ends in the middle of a record");
    }
    int from = at;
    at += (int) length;
    return from;
  }

  private int choice(int choices) throws IOException {
    long choice = number();
    if (choice < 0 || choice >= choices) {
      throw new IOException("has choice %d of %d".formatted(choice, choices));
    }
    return (int) choice;
  }

  private int integer() throws IOException {
    long number = number();
    if (number != (int) number) {
      throw new IOException("has %d where a number of 32 bits is to be".formatted(number));
    }
    return (int) number;
  }

  private long number() throws IOException {
    long zigzag = 0;
    for (int shift = 0; shift <= MOST_SHIFT; shift += 7) {
      if (at == end) {
        throw new IOException("ends in the middle of a record");
      }
      byte next = bytes[at++];
      zigzag |= (next & 0x7FL) << shift;
      if (next >= 0) {
        return zigzag >>> 1 ^ -(zigzag & 1);
      }
    }
    throw new IOException("has a number of more than 64 bits");
  }
}
