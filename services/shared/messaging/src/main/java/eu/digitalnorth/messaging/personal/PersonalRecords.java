package eu.digitalnorth.messaging.personal;

import eu.digitalnorth.messaging.envelope.RejectedRecordException;
import eu.digitalnorth.messaging.envelope.Rejection;
import eu.digitalnorth.schemas.AvroSafety;
import eu.digitalnorth.schemas.ReleasedSchemas;
import eu.digitalnorth.schemas.SchemaHash;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.specific.SpecificRecordBase;
import org.jspecify.annotations.Nullable;

/** Personal records in Avro binary encoding, without any prefix. */
final class PersonalRecords {
  private static final Map<Conversion, SpecificDatumReader<?>> READERS = new ConcurrentHashMap<>();

  static {
    AvroSafety.apply();
  }

  private PersonalRecords() {}

  static byte[] encode(SpecificRecordBase personal) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
      BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
      new SpecificDatumWriter<SpecificRecordBase>(personal.getSchema(), personal.getSpecificData())
          .write(personal, encoder);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Making one compares the schemas, which takes longer than reading with it. */
  private static SpecificDatumReader<?> reader(Schema writer, Class<?> type) {
    return READERS.computeIfAbsent(
        new Conversion(writer, type),
        conversion -> {
          SpecificData data = SpecificData.getForClass(type);
          return new SpecificDatumReader<>(writer, data.getSchema(type), data);
        });
  }

  /** The schema that a record was written with: the reader's own, or one that was released. */
  static Schema writerSchema(@Nullable String hash, Schema reader) throws RejectedRecordException {
    if (SchemaHash.of(reader).equals(hash)) {
      return reader;
    }
    return ReleasedSchemas.byHash(hash == null ? "" : hash)
        .filter(schema -> schema.getFullName().equals(reader.getFullName()))
        .orElseThrow(() -> PersonalParts.unreadable("A personal part has an unknown schema hash"));
  }

  static <T extends SpecificRecord> T decode(byte[] content, Schema writer, Class<T> type)
      throws RejectedRecordException {
    try {
      BinaryDecoder decoder = DecoderFactory.get().binaryDecoder(content, null);
      T record = type.cast(reader(writer, type).read(null, decoder));
      if (!decoder.isEnd()) {
        throw PersonalParts.unreadable("A personal part is longer than its record");
      }
      return record;
    } catch (IOException | RuntimeException e) { // decoders throw what they like on garbage
      throw new RejectedRecordException(
          Rejection.UNREADABLE, "A personal part does not follow its schema", e);
    }
  }

  /** By which schema something was written, and as what it is read; there are but a few. */
  private record Conversion(Schema writer, Class<?> type) {}
}
