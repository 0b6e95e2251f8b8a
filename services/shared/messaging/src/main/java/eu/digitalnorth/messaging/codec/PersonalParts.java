package eu.digitalnorth.messaging.codec;

import eu.digitalnorth.messaging.envelope.RejectedRecordException;
import eu.digitalnorth.messaging.envelope.Rejection;
import eu.digitalnorth.schemas.AvroSafety;
import eu.digitalnorth.schemas.ReleasedSchemas;
import eu.digitalnorth.schemas.SchemaHash;
import eu.digitalnorth.schemas.wire.PersonalPart;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Optional;
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

/** Puts personal records into messages, and takes them out. */
public final class PersonalParts {
  private static final String PLAIN = "application/avro";

  static {
    AvroSafety.apply();
  }

  private PersonalParts() {}

  public static PersonalPart seal(SpecificRecordBase personal) {
    return PersonalPart.newBuilder()
        .setContentType(PLAIN)
        .setRecordType(personal.getSchema().getFullName())
        .setSchemaHash(SchemaHash.of(personal.getSchema()))
        .setContent(ByteBuffer.wrap(encode(personal)))
        .build();
  }

  /**
   * @throws RejectedRecordException if it is not what it says, or says it is something else
   */
  public static <T extends SpecificRecord> T open(PersonalPart part, Class<T> type)
      throws RejectedRecordException {
    Schema reader = SpecificData.get().getSchema(type);
    if (!part.getContentType().equals(PLAIN)
        || !part.getRecordType().equals(reader.getFullName())) {
      throw unreadable("A personal part is no " + type.getSimpleName() + " in " + PLAIN);
    }
    Schema writer =
        writerSchema(part, reader)
            .orElseThrow(() -> unreadable("A personal part has an unknown schema hash"));
    return decode(part.getContent(), writer, reader, type);
  }

  private static Optional<Schema> writerSchema(PersonalPart part, Schema reader) {
    return SchemaHash.of(reader).equals(part.getSchemaHash())
        ? Optional.of(reader)
        : ReleasedSchemas.byHash(part.getSchemaHash())
            .filter(schema -> schema.getFullName().equals(reader.getFullName()));
  }

  private static byte[] encode(SpecificRecordBase personal) {
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

  private static <T extends SpecificRecord> T decode(
      ByteBuffer content, Schema writer, Schema reader, Class<T> type)
      throws RejectedRecordException {
    try {
      byte[] bytes = new byte[content.remaining()];
      content.duplicate().get(bytes);
      BinaryDecoder decoder = DecoderFactory.get().binaryDecoder(bytes, null);
      T record =
          new SpecificDatumReader<T>(writer, reader, SpecificData.getForClass(type))
              .read(null, decoder);
      if (!decoder.isEnd()) {
        throw unreadable("A personal part is longer than its record");
      }
      return record;
    } catch (IOException | RuntimeException e) { // decoders throw what they like on garbage
      throw new RejectedRecordException(
          Rejection.UNREADABLE, "A personal part does not follow its schema", e);
    }
  }

  private static RejectedRecordException unreadable(String explanation) {
    return new RejectedRecordException(Rejection.UNREADABLE, explanation);
  }
}
