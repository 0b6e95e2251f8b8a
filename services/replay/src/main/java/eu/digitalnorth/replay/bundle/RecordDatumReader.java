package eu.digitalnorth.replay.bundle;

import eu.digitalnorth.messaging.envelope.Header;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.AvroTypeException;
import org.apache.avro.Schema;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.Decoder;
import org.apache.avro.util.Utf8;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;

/** The counterpart of {@link RecordDatumWriter}; reads its schema and no other. */
final class RecordDatumReader implements DatumReader<RecordedRecord> {
  private static final TimestampType[] TIMESTAMP_TYPES = {
    TimestampType.NO_TIMESTAMP_TYPE, TimestampType.CREATE_TIME, TimestampType.LOG_APPEND_TIME
  };
  private static final Framing[] FRAMINGS = Framing.values();

  /** Topics, header names and schemas repeat from record to record, but a stranger's need not. */
  private static final int MOST_NAMES = 10_000;

  private final Map<Utf8, String> names = new HashMap<>();
  private final Utf8 reused = new Utf8();
  private final int longest;

  /**
   * @param longest bytes that a key, a value or a header may have at most, as the manifest says:
   *     not Avro's own limit, which is for messages, and not whatever length the file claims
   */
  RecordDatumReader(int longest) {
    this.longest = longest;
  }

  @Override
  public void setSchema(Schema schema) {
    if (!schema.equals(RecordSchema.V1)) {
      throw new AvroTypeException("not the schema of format version 1");
    }
  }

  @Override
  public RecordedRecord read(@Nullable RecordedRecord unused, Decoder in) throws IOException {
    return new RecordedRecord(
        name(in),
        in.readInt(),
        in.readLong(),
        in.readLong(),
        TIMESTAMP_TYPES[in.readEnum()],
        payload(in),
        payload(in),
        headers(in));
  }

  private Payload payload(Decoder in) throws IOException {
    return new Payload(bytes(in), FRAMINGS[in.readEnum()], in.readIndex() == 0 ? null : name(in));
  }

  private List<Header> headers(Decoder in) throws IOException {
    List<Header> headers = new ArrayList<>();
    for (long count = in.readArrayStart(); count > 0; count = in.arrayNext()) {
      for (long i = 0; i < count; i++) {
        headers.add(new Header(name(in), bytes(in)));
      }
    }
    return headers;
  }

  private byte @Nullable [] bytes(Decoder in) throws IOException {
    if (in.readIndex() == 0) {
      return null;
    }
    long length = in.readLong(); // as Avro writes bytes: their length, then they themselves
    if (length < 0 || length > longest) {
      throw new IOException(
          "has %,d bytes where at most %,d were recorded".formatted(length, longest));
    }
    byte[] bytes = new byte[(int) length];
    in.readFixed(bytes);
    return bytes;
  }

  private String name(Decoder in) throws IOException {
    Utf8 text = in.readString(reused);
    String known = names.get(text);
    if (known == null) {
      known = text.toString();
      if (names.size() < MOST_NAMES) {
        names.put(new Utf8(text), known);
      }
    }
    return known;
  }
}
