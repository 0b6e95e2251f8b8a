package eu.digitalnorth.replay.redact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.digitalnorth.messaging.envelope.Header;
import eu.digitalnorth.replay.ReplayException;
import eu.digitalnorth.replay.bundle.Framing;
import eu.digitalnorth.replay.bundle.Payload;
import eu.digitalnorth.replay.bundle.RecordedRecord;
import eu.digitalnorth.replay.bundle.Recordings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactorTest {
  private static final String EXCHANGE = "1b4e28ba-2fa1-4d2e-883f-0016d3cca427";
  private static final byte[] KEY = new byte[32];
  private static final Schema SCHEMA =
      new Schema.Parser()
          .parse(
              """
              {"type": "record", "name": "Letter", "fields": [
                {"name": "exchangeId", "type": {"type": "string", "logicalType": "uuid"}},
                {"name": "people", "type": {"type": "array", "items":
                  {"type": "record", "name": "Person", "fields": [
                    {"name": "name", "type": ["null", "string"]},
                    {"name": "born", "type": {"type": "int", "logicalType": "date"}}]}}},
                {"name": "content", "type": "bytes"},
                {"name": "sentAt", "type": {"type": "long", "logicalType": "timestamp-millis"}},
                {"name": "urgent", "type": "boolean"}
              ]}\
              """);

  @TempDir private Path folder;

  @Test
  void whatIsNamedIsReplacedAndTheRestStays() throws IOException {
    RecordedRecord redacted =
        redact("exchangeId", "people.name", "people.born", "content", "sentAt");

    GenericRecord letter = decode(redacted.value());
    assertThat(letter.get("exchangeId")).asString().isNotEqualTo(EXCHANGE);
    List<?> people = (List<?>) letter.get("people");
    assertThat(((GenericRecord) people.get(0)).get("name").toString())
        .isNotEqualTo("Mari")
        .hasSize(22);
    assertThat(((GenericRecord) people.get(1)).get("name")).isNull();
    assertThat((int) ((GenericRecord) people.get(0)).get("born")).isBetween(0, 36_525);
    assertThat(letter.get("content")).isNotEqualTo(ByteBuffer.wrap(new byte[] {1, 2, 3}));
    assertThat(letter.get("urgent")).isEqualTo(true);
    assertThat(new String(redacted.value().bytes(), StandardCharsets.UTF_8))
        .doesNotContain("Mari", EXCHANGE);
  }

  @Test
  void theSchemaIdStaysInFront() {
    byte[] prefix = Arrays.copyOf(redact("people.name").value().bytes(), Payload.PREFIX_BYTES);

    assertThat(prefix).containsExactly(0, 0, 0, 0, 7);
    assertThat(redact("people.name").value().framing()).isEqualTo(Framing.PREFIX_V0);
  }

  @Test
  void whatBelongedTogetherStillDoes() throws IOException {
    RecordedRecord redacted = redact("exchangeId");

    String pseudonym = redacted.keyText();
    assertThat(UUID.fromString(pseudonym).version()).isEqualTo(8);
    assertThat(redacted.header("ce_subject")).contains(pseudonym);
    assertThat(decode(redacted.value()).get("exchangeId")).hasToString(pseudonym);
    assertThat(redacted.header("ce_id")).contains("as it was");
  }

  @Test
  void anotherKeyGivesOtherPseudonyms() {
    byte[] other = new byte[32];
    other[0] = 1;
    RedactionPolicy policy = policy("exchangeId");

    assertThat(new Redactor(policy, other).redact(record(), Optional.of(SCHEMA)).keyText())
        .isNotEqualTo(new Redactor(policy, KEY).redact(record(), Optional.of(SCHEMA)).keyText());
    assertThat(new Redactor(policy, other).fingerprint())
        .isNotEqualTo(new Redactor(policy, KEY).fingerprint());
    assertThat(new Redactor(policy("people.name"), KEY).fingerprint())
        .isNotEqualTo(new Redactor(policy, KEY).fingerprint());
  }

  @ParameterizedTest
  @ValueSource(strings = {"nmae", "people", "people.nmae", "urgent", "content.of", ""})
  void aFieldThatCannotBeRedactedIsNotPassedOver(String path) {
    assertThatThrownBy(() -> redact(path))
        .isInstanceOf(ReplayException.class)
        .hasMessageContaining("The policy's field " + path);
  }

  @Test
  void aVersionMayLackAFieldThatIsSaidToBeOptional() throws IOException {
    assertThat(decode(redact("note?").value()).get("exchangeId")).hasToString(EXCHANGE);
  }

  @Test
  void aValueThatDoesNotFollowItsSchemaIsReplacedAsAWhole() {
    byte[] torn = Arrays.copyOf(record().value().bytes(), 20);
    RecordedRecord record =
        Recordings.record("t", 0, 0, "k", new Payload(torn, Framing.PREFIX_V0, "x"));

    Payload redacted =
        new Redactor(policy("exchangeId"), KEY).redact(record, Optional.of(SCHEMA)).value();

    assertThat(redacted.framing()).isEqualTo(Framing.RAW);
    assertThat(redacted.bytes()).hasSize(32);
  }

  @Test
  void theKeyIsMadeOnceAndOnlyItsOwnerReadsIt() throws IOException {
    Path key = folder.resolve("key");
    String first = Redactor.with(policy("exchangeId"), key).fingerprint();

    assertThat(Redactor.with(policy("exchangeId"), key).fingerprint()).isEqualTo(first);
    assertThat(Files.getPosixFilePermissions(key)).hasSize(2);
    Files.writeString(key, "abc");
    assertThatThrownBy(() -> Redactor.with(policy("exchangeId"), key))
        .isInstanceOf(ReplayException.class)
        .hasMessageContaining("64 hexadecimal digits");
  }

  @Test
  void aPolicyIsReadFromAFile() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("policy.json"),
            "{\"keys\": true, \"headers\": [\"ce_subject\"], \"fields\": {\"Letter\":"
                + " [\"exchangeId\"]}}");

    assertThat(RedactionPolicy.read(file)).isEqualTo(policy("exchangeId"));
    Files.writeString(file, "{\"keys\": ");
    assertThatThrownBy(() -> RedactionPolicy.read(file)).isInstanceOf(ReplayException.class);
  }

  private static RecordedRecord redact(String... paths) {
    return new Redactor(policy(paths), KEY).redact(record(), Optional.of(SCHEMA));
  }

  private static RedactionPolicy policy(String... paths) {
    return new RedactionPolicy(true, List.of("ce_subject"), Map.of("Letter", List.of(paths)));
  }

  private static RecordedRecord record() {
    Schema person = SCHEMA.getField("people").schema().getElementType();
    GenericRecord letter =
        new GenericRecordBuilder(SCHEMA)
            .set("exchangeId", EXCHANGE)
            .set(
                "people",
                List.of(
                    new GenericRecordBuilder(person).set("name", "Mari").set("born", 1).build(),
                    new GenericRecordBuilder(person).set("name", null).set("born", 2).build()))
            .set("content", ByteBuffer.wrap(new byte[] {1, 2, 3}))
            .set("sentAt", 5L)
            .set("urgent", true)
            .build();
    return Recordings.record(
        "ee.letter.v1",
        0,
        0,
        EXCHANGE,
        new Payload(encode(letter), Framing.PREFIX_V0, "x"),
        Header.of("ce_subject", EXCHANGE),
        Header.of("ce_id", "as it was"));
  }

  private static byte[] encode(GenericRecord record) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(new byte[] {0, 0, 0, 0, 7});
    BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
    try {
      new GenericDatumWriter<GenericRecord>(record.getSchema()).write(record, encoder);
      encoder.flush();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return out.toByteArray();
  }

  private static GenericRecord decode(Payload payload) throws IOException {
    byte[] bytes = payload.bytes();
    return new GenericDatumReader<GenericRecord>(SCHEMA)
        .read(
            null,
            DecoderFactory.get()
                .binaryDecoder(
                    bytes, Payload.PREFIX_BYTES, bytes.length - Payload.PREFIX_BYTES, null));
  }
}
