package eu.digitalnorth.replay.bundle;

import eu.digitalnorth.messaging.envelope.Header;
import java.io.IOException;
import org.apache.avro.Schema;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.Encoder;
import org.jspecify.annotations.Nullable;

/** Writes records field by field, without a generic copy of each: a recording has millions. */
final class RecordDatumWriter implements DatumWriter<RecordedRecord> {

  @Override
  public void setSchema(Schema schema) {
    // There is one, and this follows it.
  }

  @Override
  public void write(RecordedRecord record, Encoder out) throws IOException {
    out.writeString(record.topic());
    out.writeInt(record.partition());
    out.writeLong(record.offset());
    out.writeLong(record.timestamp());
    out.writeEnum(record.timestampType().id + 1);
    write(record.key(), out);
    write(record.value(), out);
    out.writeArrayStart();
    out.setItemCount(record.headers().size());
    for (Header header : record.headers()) {
      out.startItem();
      out.writeString(header.name());
      writeBytes(header.value(), out);
    }
    out.writeArrayEnd();
  }

  private static void write(Payload payload, Encoder out) throws IOException {
    writeBytes(payload.bytes(), out);
    out.writeEnum(payload.framing().ordinal());
    String schema = payload.schema();
    if (schema == null) {
      out.writeIndex(0);
      out.writeNull();
    } else {
      out.writeIndex(1);
      out.writeString(schema);
    }
  }

  private static void writeBytes(byte @Nullable [] bytes, Encoder out) throws IOException {
    if (bytes == null) {
      out.writeIndex(0);
      out.writeNull();
    } else {
      out.writeIndex(1);
      out.writeBytes(bytes);
    }
  }
}
