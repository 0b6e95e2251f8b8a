package eu.digitalnorth.replay.bundle;

import static eu.digitalnorth.replay.bundle.Recordings.describe;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.junit.jupiter.api.Test;

/** Beside Avro's own classes, which know the schema only. */
class RecordCodecTest {
  private static final int LONGEST = 4_000;
  private static final List<RecordedRecord> RECORDS = Recordings.random(21, 500);

  private final RecordEncoder encoder = new RecordEncoder();

  @Test
  void avroReadsWhatItWrites() throws IOException {
    for (RecordedRecord record : RECORDS) {
      GenericRecord read = generic(encoder.encode(record));

      assertThat(read.get("topic")).hasToString(record.topic());
      assertThat(read.get("offset")).isEqualTo(record.offset());
      assertThat(read.get("timestampType")).hasToString(record.timestampType().name());
      assertThat(((GenericRecord) read.get("value")).get("bytes"))
          .isEqualTo(
              record.value().bytes() == null ? null : ByteBuffer.wrap(record.value().bytes()));
      assertThat((List<?>) read.get("headers")).hasSameSizeAs(record.headers());
      assertThat(bytes(read, false)).isEqualTo(bytes(encoder.encode(record)));
    }
  }

  /** Avro's blocking encoder counts backwards, and says how long each block of an array is. */
  @Test
  void itReadsWhatAvroWritesInEitherWay() throws IOException {
    for (RecordedRecord record : RECORDS) {
      GenericRecord generic = generic(encoder.encode(record));

      assertThat(describe(read(bytes(generic, false)))).isEqualTo(describe(record));
      assertThat(describe(read(bytes(generic, true)))).isEqualTo(describe(record));
    }
  }

  @Test
  void whatEndsTooEarlyIsNotRead() {
    for (RecordedRecord record : RECORDS.subList(0, 20)) {
      byte[] whole = bytes(encoder.encode(record));
      for (int length = 0; length < whole.length; length++) {
        byte[] cut = Arrays.copyOf(whole, length);
        assertThatThrownBy(() -> read(cut)).isInstanceOf(IOException.class);
      }
    }
  }

  /** Neither more than there is, nor an exception that nobody expects. */
  @Test
  void nonsenseIsNotRead() {
    Random random = new Random(22);
    for (int i = 0; i < 20_000; i++) {
      byte[] nonsense = bytes(encoder.encode(RECORDS.get(i % RECORDS.size())));
      for (int flips = 1 + random.nextInt(3); flips > 0; flips--) {
        nonsense[random.nextInt(nonsense.length)] = (byte) random.nextInt();
      }
      try {
        assertThat(read(nonsense)).isNotNull();
      } catch (IOException e) {
        assertThat(e.getMessage()).isNotEmpty();
      }
    }
  }

  private static RecordedRecord read(byte[] bytes) throws IOException {
    RecordDecoder decoder = new RecordDecoder(LONGEST);
    decoder.over(ByteBuffer.wrap(bytes));
    return decoder.next();
  }

  private static GenericRecord generic(ByteBuffer record) throws IOException {
    return new GenericDatumReader<GenericRecord>(RecordSchema.V1)
        .read(null, DecoderFactory.get().binaryDecoder(bytes(record), null));
  }

  private static byte[] bytes(GenericRecord record, boolean inBlocks) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    EncoderFactory encoders = EncoderFactory.get();
    BinaryEncoder to =
        inBlocks ? encoders.blockingBinaryEncoder(out, null) : encoders.binaryEncoder(out, null);
    new GenericDatumWriter<GenericRecord>(RecordSchema.V1).write(record, to);
    to.flush();
    return out.toByteArray();
  }

  private static byte[] bytes(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.remaining()];
    buffer.duplicate().get(bytes);
    return bytes;
  }
}
