package eu.digitalnorth.replay.redact;

import eu.digitalnorth.replay.Failure;
import eu.digitalnorth.replay.ReplayException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericFixed;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

/** Replaces the field that a path leads to, in every element of the lists on the way. */
final class FieldRedaction {
  private static final String OPTIONAL = "?";

  private final String path;
  private final String[] steps;
  private final boolean optional;
  private final Pseudonym pseudonym;

  FieldRedaction(String path, Pseudonym pseudonym) {
    this.path = path;
    this.optional = path.endsWith(OPTIONAL);
    this.steps = (optional ? path.substring(0, path.length() - 1) : path).split("\\.", -1);
    this.pseudonym = pseudonym;
  }

  void apply(IndexedRecord record) {
    apply(record, record.getSchema(), 0);
  }

  private @Nullable Object apply(@Nullable Object value, Schema schema, int step) {
    if (value == null) {
      return null;
    }
    return switch (schema.getType()) {
      case UNION ->
          apply(value, schema.getTypes().get(GenericData.get().resolveUnion(schema, value)), step);
      case ARRAY -> {
        List<@Nullable Object> items = new ArrayList<>();
        ((Iterable<?>) value).forEach(i -> items.add(apply(i, schema.getElementType(), step)));
        yield new GenericData.Array<>(schema, items);
      }
      case RECORD -> {
        field((IndexedRecord) value, step);
        yield value;
      }
      default -> {
        if (step < steps.length) {
          throw wrong("has nothing in it", schema);
        }
        yield replaced(value, schema);
      }
    };
  }

  private void field(IndexedRecord record, int step) {
    Schema schema = record.getSchema();
    if (step == steps.length) {
      throw wrong("is a record: name a field of it", schema);
    }
    Schema.Field field = schema.getField(steps[step]);
    if (field != null) {
      record.put(field.pos(), apply(record.get(field.pos()), field.schema(), step + 1));
    } else if (!optional) {
      // What is misspelt would stay readable.
      throw wrong("is not there (end it with ? if a version may lack it)", schema);
    }
  }

  private Object replaced(Object value, Schema schema) {
    return switch (schema.getType()) {
      case STRING -> pseudonym.of(value.toString());
      case BYTES -> {
        ByteBuffer buffer = (ByteBuffer) value;
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        yield ByteBuffer.wrap(pseudonym.mac(bytes));
      }
      case FIXED ->
          new GenericData.Fixed(
              schema, pseudonym.of(((GenericFixed) value).bytes(), schema.getFixedSize()));
      case INT -> pseudonym.of((int) value);
      case LONG -> pseudonym.of((long) value);
      default ->
          throw wrong("is of type " + schema.getType() + ", which has no pseudonyms", schema);
    };
  }

  private ReplayException wrong(String why, Schema schema) {
    return new ReplayException(
        Failure.USAGE, "The policy's field %s %s (%s).".formatted(path, why, schema.getFullName()));
  }
}
