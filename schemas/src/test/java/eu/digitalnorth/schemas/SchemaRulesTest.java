package eu.digitalnorth.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.JsonProperties;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

/** How schemas are written: what keeps them compatible later, and readable to strangers. */
class SchemaRulesTest {
  /** What an outcome is made of: exactly one of these is set. */
  private static final List<String> OUTCOMES = List.of("issued", "provided", "refused");

  @Test
  void theTypesOfThisBuildAreLookedAt() {
    assertThat(types()).hasSizeGreaterThan(30);
    assertThat(fields()).hasSizeGreaterThan(150);
  }

  @Test
  void everyTypeAndEveryFieldIsDocumented() {
    assertThat(types())
        .allSatisfy(type -> assertThat(type.getDoc()).as(type.getName()).isNotBlank());
    assertThat(fields()).allSatisfy((name, field) -> assertThat(field.doc()).as(name).isNotBlank());
  }

  @Test
  void everyEnumHasTheDefaultUnknownSoThatASymbolCanBeAdded() {
    assertThat(types())
        .filteredOn(type -> type.getType() == Schema.Type.ENUM)
        .isNotEmpty()
        .allSatisfy(type -> assertThat(type.getEnumDefault()).isEqualTo("UNKNOWN"));
  }

  @Test
  void everyUnionIsAnOptionalValueThatIsAbsentByDefault() {
    assertThat(fields())
        .allSatisfy(
            (name, field) -> {
              if (field.schema().isUnion()) {
                assertThat(field.schema().getTypes()).as(name).hasSize(2);
                assertThat(field.schema().getTypes().getFirst().getType())
                    .as(name)
                    .isEqualTo(Schema.Type.NULL);
                assertThat(field.defaultVal()).as(name).isEqualTo(JsonProperties.NULL_VALUE);
              }
            });
  }

  @Test
  void anOutcomeIsOptionalSoThatAnotherOutcomeCanBeAdded() {
    assertThat(fields().values())
        .filteredOn(field -> OUTCOMES.contains(field.name()))
        .hasSizeGreaterThanOrEqualTo(4)
        .allSatisfy(field -> assertThat(field.schema().isUnion()).as(field.name()).isTrue());
  }

  @Test
  void namesAreSpeltAsIsUsual() {
    assertThat(types()).allSatisfy(t -> assertThat(t.getName()).matches("[A-Z][A-Za-z]+"));
    assertThat(fields())
        .allSatisfy((name, field) -> assertThat(field.name()).matches("[a-z][A-Za-z0-9]*"));
    assertThat(types())
        .filteredOn(type -> type.getType() == Schema.Type.ENUM)
        .flatExtracting(Schema::getEnumSymbols)
        .allSatisfy(s -> assertThat(s.toUpperCase(Locale.ROOT)).isEqualTo(s));
  }

  @Test
  void momentsAndIdsHaveLogicalTypes() {
    assertThat(fields())
        .allSatisfy(
            (name, field) -> {
              if (field.name().endsWith("At")) {
                assertThat(value(field).getLogicalType()).as(name).isNotNull();
              }
              if (field.name().equals("exchangeId") || field.name().equals("requestId")) {
                assertThat(value(field).getLogicalType().getName()).as(name).isEqualTo("uuid");
              }
            });
  }

  private static Schema value(Schema.Field field) {
    return field.schema().isUnion() ? field.schema().getTypes().getLast() : field.schema();
  }

  private static Map<String, Schema.Field> fields() {
    Map<String, Schema.Field> fields = new TreeMap<>();
    for (Schema type : types()) {
      if (type.getType() == Schema.Type.RECORD) {
        type.getFields().forEach(f -> fields.put(type.getName() + '.' + f.name(), f));
      }
    }
    return fields;
  }

  private static List<Schema> types() {
    Map<String, Schema> found = new TreeMap<>();
    RecordTypes.all().forEach(schema -> collect(schema, found));
    return new ArrayList<>(found.values());
  }

  private static void collect(Schema schema, Map<String, Schema> found) {
    switch (schema.getType()) {
      case RECORD -> {
        if (found.putIfAbsent(schema.getFullName(), schema) == null) {
          schema.getFields().forEach(field -> collect(field.schema(), found));
        }
      }
      case ENUM -> found.putIfAbsent(schema.getFullName(), schema);
      case UNION -> schema.getTypes().forEach(type -> collect(type, found));
      case ARRAY -> collect(schema.getElementType(), found);
      case MAP -> collect(schema.getValueType(), found);
      default -> {
        // a primitive
      }
    }
  }
}
