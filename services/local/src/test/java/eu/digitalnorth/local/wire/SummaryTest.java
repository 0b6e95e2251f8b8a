package eu.digitalnorth.local.wire;

import static org.assertj.core.api.Assertions.assertThat;

import eu.digitalnorth.messaging.personal.PersonalParts;
import eu.digitalnorth.messaging.topic.Topic;
import eu.digitalnorth.messaging.topic.TopicCatalogue;
import eu.digitalnorth.schemas.eid.LoginHint;
import eu.digitalnorth.schemas.wire.PersonalPart;
import eu.digitalnorth.trust.crypto.CryptoProvider;
import eu.digitalnorth.trust.encryption.RecipientKey;
import eu.digitalnorth.trust.encryption.ResponseKeyPair;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every record of the catalogue, with something personal wherever something personal can be. */
class SummaryTest {
  private static final String SECRET = "39901012239";

  @ParameterizedTest
  @MethodSource("records")
  void aSummaryTellsNothingPersonal(GenericRecord record) {
    assertThat(Summary.of(record)).doesNotContain(SECRET);
  }

  @ParameterizedTest
  @MethodSource("exchangeRecords")
  void aSummaryTellsWhatAMessageIsAbout(GenericRecord record) {
    assertThat(Summary.of(record)).isNotBlank().doesNotContain("null");
  }

  static Stream<GenericRecord> records() {
    return TopicCatalogue.all().stream()
        .flatMap(topic -> Stream.of(filled(topic.schema(), 0), filled(topic.schema(), 1)))
        .map(GenericRecord.class::cast);
  }

  static Stream<GenericRecord> exchangeRecords() {
    return Stream.of(
            TopicCatalogue.ATTESTATION_REQUEST,
            TopicCatalogue.ATTESTATION_RESPONSE,
            TopicCatalogue.EVIDENCE_REQUEST,
            TopicCatalogue.EVIDENCE_RESPONSE,
            TopicCatalogue.LIFE_EVENT,
            TopicCatalogue.PERSON_CHANGE)
        .map(Topic::schema)
        .map(schema -> (GenericRecord) filled(schema, 1));
  }

  /**
   * A value of the schema.
   *
   * @param branch of unions
   */
  private static Object filled(Schema schema, int branch) {
    if (schema.getFullName().equals(PersonalPart.class.getName())) {
      return personal(schema);
    }
    return switch (schema.getType()) {
      case RECORD -> record(schema, branch);
      case ARRAY -> new ArrayList<>(List.of(filled(schema.getElementType(), branch)));
      case UNION -> filled(schema.getTypes().get(branch), branch);
      case ENUM -> new GenericData.EnumSymbol(schema, schema.getEnumSymbols().getLast());
      case STRING ->
          schema.getLogicalType() instanceof LogicalTypes.Uuid
              ? "00000000-0000-4000-8000-000000000000"
              : "text";
      case BYTES -> ByteBuffer.wrap(new byte[] {1});
      case LONG -> 1L;
      case INT -> 1;
      case BOOLEAN -> true;
      default -> GenericData.get().deepCopy(schema, null);
    };
  }

  private static GenericRecord record(Schema schema, int branch) {
    GenericRecord record = new GenericData.Record(schema);
    schema.getFields().stream()
        .filter(field -> branch == 1 || field.schema().getType() != Schema.Type.UNION)
        .forEach(field -> record.put(field.pos(), filled(field.schema(), branch)));
    return record;
  }

  private static GenericRecord personal(Schema schema) {
    PersonalPart sealed =
        PersonalParts.seal(
            LoginHint.newBuilder()
                .setIdentifierScheme("ee-isikukood")
                .setIdentifier(SECRET)
                .build(),
            RecipientKey.read(ResponseKeyPair.generate(CryptoProvider.best()).publicJwk())
                .orElseThrow(),
            "context");
    GenericRecord part = new GenericData.Record(schema);
    part.put("contentType", sealed.getContentType());
    part.put("recordType", sealed.getRecordType());
    part.put("schemaHash", sealed.getSchemaHash());
    part.put("content", sealed.getContent());
    part.put("digest", sealed.getDigest());
    return part;
  }
}
