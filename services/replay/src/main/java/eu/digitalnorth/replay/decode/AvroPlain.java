package eu.digitalnorth.replay.decode;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericFixed;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

/**
 * What Avro has decoded, as maps, lists, texts and numbers: what JSON has. Unions show their value
 * only, bytes are base64, dates and times are ISO 8601, decimals are texts with all their digits.
 */
final class AvroPlain {
  private AvroPlain() {}

  static @Nullable Object of(@Nullable Object datum, Schema schema) {
    if (datum == null) {
      return null;
    }
    return switch (schema.getType()) {
      case UNION -> of(datum, schema.getTypes().get(GenericData.get().resolveUnion(schema, datum)));
      case RECORD -> record((IndexedRecord) datum, schema);
      case ARRAY -> list((Iterable<?>) datum, schema.getElementType());
      case MAP -> map((Map<?, ?>) datum, schema.getValueType());
      case BYTES -> bytes((ByteBuffer) datum, schema.getLogicalType());
      case FIXED -> bytes(ByteBuffer.wrap(((GenericFixed) datum).bytes()), schema.getLogicalType());
      case STRING, ENUM -> datum.toString();
      case INT -> number((Integer) datum, schema.getLogicalType());
      case LONG -> number((Long) datum, schema.getLogicalType());
      case FLOAT, DOUBLE, BOOLEAN, NULL -> datum;
    };
  }

  private static Map<String, @Nullable Object> record(IndexedRecord datum, Schema schema) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    for (Schema.Field field : schema.getFields()) {
      fields.put(field.name(), of(datum.get(field.pos()), field.schema()));
    }
    return fields;
  }

  private static List<@Nullable Object> list(Iterable<?> items, Schema schema) {
    List<@Nullable Object> plain = new ArrayList<>();
    items.forEach(item -> plain.add(of(item, schema)));
    return plain;
  }

  private static Map<String, @Nullable Object> map(Map<?, ?> entries, Schema schema) {
    Map<String, @Nullable Object> plain = new TreeMap<>();
    entries.forEach((name, value) -> plain.put(String.valueOf(name), of(value, schema)));
    return plain;
  }

  private static Object bytes(ByteBuffer datum, @Nullable LogicalType type) {
    byte[] bytes = new byte[datum.remaining()];
    datum.duplicate().get(bytes);
    return type instanceof LogicalTypes.Decimal decimal && bytes.length > 0
        ? new BigDecimal(new BigInteger(bytes), decimal.getScale()).toPlainString()
        : Base64.getEncoder().encodeToString(bytes);
  }

  private static Object number(int datum, @Nullable LogicalType type) {
    return switch (type) {
      case LogicalTypes.Date date -> LocalDate.ofEpochDay(datum).toString();
      case LogicalTypes.TimeMillis time when datum >= 0 && datum < 86_400_000 ->
          LocalTime.ofNanoOfDay(datum * 1_000_000L).toString();
      case null, default -> datum;
    };
  }

  private static Object number(long datum, @Nullable LogicalType type) {
    try {
      return switch (type) {
        case LogicalTypes.TimestampMillis time -> Instant.ofEpochMilli(datum).toString();
        case LogicalTypes.TimestampMicros time ->
            Instant.EPOCH.plus(datum, ChronoUnit.MICROS).toString();
        case null, default -> datum;
      };
    } catch (DateTimeException | ArithmeticException e) {
      return datum; // no time that a calendar has
    }
  }
}
