package eu.digitalnorth.replay.decode;

import static org.assertj.core.api.Assertions.assertThat;

import eu.digitalnorth.messaging.envelope.Header;
import eu.digitalnorth.replay.bundle.Bundle;
import eu.digitalnorth.replay.bundle.Framing;
import eu.digitalnorth.replay.bundle.Payload;
import eu.digitalnorth.replay.bundle.RecordedRecord;
import eu.digitalnorth.replay.bundle.Recordings;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericRecordBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecoderTest {
  @TempDir private Path folder;
  private Decoder decoder;

  @BeforeEach
  void open() {
    decoder =
        new Decoder(Bundle.open(Recordings.write(folder.resolve("r"), Recordings.random(1, 5))));
  }

  @Test
  void aValueIsDecodedByTheSchemaThatItWasWrittenWith() {
    assertThat(value(Recordings.thing(1, 7, "a"))).isEqualTo(Map.of("id", "a"));
    assertThat(value(Recordings.thing(2, 9, "a")))
        .isInstanceOfSatisfying(
            Map.class, fields -> assertThat(fields).containsEntry("note", null).hasSize(2));
  }

  @Test
  void whatFollowsNoSchemaIsTextOrBase64() {
    assertThat(value(Payload.raw(Recordings.bytes("žodis")))).isEqualTo("žodis");
    assertThat(value(Payload.raw(new byte[] {(byte) 0xff}))).isEqualTo(Map.of("base64", "/w=="));
    assertThat(value(Payload.raw(new byte[0]))).isEqualTo("");
    assertThat(value(Payload.raw(null))).isNull();
  }

  @Test
  void whatDoesNotFollowItsSchemaIsSaidToBeUnreadable() {
    Payload good = Recordings.thing(1, 7, "abcdef");
    byte[] bytes = good.bytes();
    Payload torn =
        new Payload(Arrays.copyOf(bytes, bytes.length - 1), Framing.PREFIX_V0, good.schema());
    Payload longer =
        new Payload(Arrays.copyOf(bytes, bytes.length + 1), Framing.PREFIX_V0, good.schema());

    assertThat(value(torn)).asString().startsWith("{unreadable=");
    assertThat(value(longer)).asString().startsWith("{unreadable=");
  }

  @Test
  void headersThatRepeatAreAllThereAndOneWithoutAValueIsNull() {
    RecordedRecord record =
        Recordings.record(
            "t", 0, 0, "k", Payload.raw(null), Header.of("h", "1"), new Header("h", null));

    assertThat(decoder.document(record).get("headers"))
        .isEqualTo(Map.of("h", Arrays.asList("1", null)));
  }

  @Test
  void datesTimesDecimalsAndBytesAreAsPeopleWriteThem() {
    Schema schema =
        new Schema.Parser()
            .parse(
                """
                {"type": "record", "name": "All", "fields": [
                  {"name": "at", "type": {"type": "long", "logicalType": "timestamp-millis"}},
                  {"name": "day", "type": ["null", {"type": "int", "logicalType": "date"}]},
                  {"name": "price", "type": {"type": "bytes", "logicalType": "decimal", "precision": 9, "scale": 2}},
                  {"name": "bytes", "type": "bytes"},
                  {"name": "list", "type": {"type": "array", "items": "int"}},
                  {"name": "map", "type": {"type": "map", "values": "boolean"}}
                ]}\
                """);
    Object plain =
        AvroPlain.of(
            new GenericRecordBuilder(schema)
                .set("at", 1_795_341_600_000L)
                .set("day", 20_000)
                .set("price", ByteBuffer.wrap(new byte[] {0x04, (byte) 0xd2}))
                .set("bytes", ByteBuffer.wrap(new byte[] {1, 2}))
                .set("list", List.of(1, 2))
                .set("map", Map.of("yes", true))
                .build(),
            schema);

    assertThat(plain)
        .isEqualTo(
            Map.of(
                "at", "2026-11-22T10:00:00Z",
                "day", "2024-10-04",
                "price", "12.34",
                "bytes", "AQI=",
                "list", List.of(1, 2),
                "map", Map.of("yes", true)));
    assertThat(AvroPlain.of(Long.MAX_VALUE, SchemaBuilder.builder().longType()))
        .isEqualTo(Long.MAX_VALUE);
  }

  private Object value(Payload payload) {
    return decoder.document(Recordings.record("t", 0, 0, "k", payload)).get("value");
  }
}
