package eu.digitalnorth.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaValidationException;
import org.apache.avro.SchemaValidator;
import org.apache.avro.SchemaValidatorBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** FULL_TRANSITIVE: every version reads every other. */
class CompatibilityTest {
  private static final SchemaValidator FULL_TRANSITIVE =
      new SchemaValidatorBuilder().mutualReadStrategy().validateAll();

  static List<Schema> records() {
    return RecordTypes.all();
  }

  @ParameterizedTest
  @MethodSource("records")
  void aRecordIsCompatibleWithEveryReleasedVersion(Schema schema) throws Exception {
    List<Schema> versions = released(schema);

    assertThat(versions).isNotEmpty();
    FULL_TRANSITIVE.validate(schema, versions);
  }

  @Test
  void aNewRequiredFieldWouldBeNoticed() {
    Schema required = withField("{\"name\": \"added\", \"type\": \"string\"}");

    assertThatThrownBy(() -> FULL_TRANSITIVE.validate(required, released(required)))
        .isInstanceOf(SchemaValidationException.class);
  }

  @Test
  void aFieldThatIsTakenAwayWouldBeNoticed() {
    Schema original = RecordTypes.messages().getFirst();
    Schema shorter =
        new Schema.Parser()
            .parse(
                "{\"type\":\"record\",\"name\":\"%s\",\"namespace\":\"%s\",\"fields\":[]}"
                    .formatted(original.getName(), original.getNamespace()));

    assertThatThrownBy(() -> FULL_TRANSITIVE.validate(shorter, released(shorter)))
        .isInstanceOf(SchemaValidationException.class);
  }

  @Test
  void aNewFieldWithADefaultIsCompatible() throws Exception {
    Schema optional =
        withField("{\"name\": \"added\", \"type\": [\"null\", \"string\"], \"default\": null}");

    FULL_TRANSITIVE.validate(optional, released(optional));
    assertThat(optional.getField("added")).isNotNull();
  }

  private static Schema withField(String field) {
    String original = RecordTypes.messages().getFirst().toString();
    String start = "\"fields\":[";
    return new Schema.Parser().parse(original.replaceFirst("\"fields\":\\[", start + field + ","));
  }

  private static List<Schema> released(Schema schema) {
    return ReleasedSchemas.of(schema.getFullName()).stream().map(ReleasedSchema::schema).toList();
  }
}
