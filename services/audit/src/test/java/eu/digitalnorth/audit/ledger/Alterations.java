package eu.digitalnorth.audit.ledger;

import eu.digitalnorth.country.CountryCode;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** Every way in which one value of a record can become another; a field more is altered too. */
final class Alterations {
  private Alterations() {}

  static <R extends Record> List<R> of(R record) {
    List<R> altered = new ArrayList<>();
    RecordComponent[] components = record.getClass().getRecordComponents();
    for (int i = 0; i < components.length; i++) {
      Object[] values = values(record, components);
      for (Object other : others(values[i])) {
        values[i] = other;
        altered.add(with(record, components, values));
      }
    }
    return altered;
  }

  private static List<?> others(Object value) {
    return switch (value) {
      case String text ->
          List.of(text + "x", text.substring(1), text.toLowerCase(java.util.Locale.ROOT) + " ");
      case UUID id ->
          List.of(new UUID(id.getMostSignificantBits(), id.getLeastSignificantBits() ^ 1));
      case Instant time -> List.of(time.plusMillis(1), time.plusNanos(1000));
      case Long number -> List.of(number + 1, -number - 1);
      case Integer number -> List.of(number + 1);
      case CountryCode country -> List.of(CountryCode.of("LV"));
      case Hash hash -> List.of(flipped(hash));
      case List<?> list -> alteredLists(list);
      case Record nested -> of(nested);
      default -> throw new IllegalArgumentException("No alteration of " + value.getClass());
    };
  }

  private static List<List<?>> alteredLists(List<?> list) {
    List<List<?>> altered =
        new ArrayList<>(List.of(List.of(), list.reversed(), list.subList(1, list.size())));
    for (Object other : others(list.getFirst())) {
      List<Object> changed = new ArrayList<>(list);
      changed.set(0, other);
      altered.add(changed);
    }
    return altered;
  }

  private static Hash flipped(Hash hash) {
    byte[] bytes = hash.bytes();
    bytes[Hash.LENGTH - 1] ^= 1;
    return Hash.of(bytes);
  }

  private static Object[] values(Record record, RecordComponent[] components) {
    return Arrays.stream(components).map(component -> value(record, component)).toArray();
  }

  private static Object value(Record record, RecordComponent component) {
    try {
      return component.getAccessor().invoke(record);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException(e);
    }
  }

  @SuppressWarnings("unchecked")
  private static <R extends Record> R with(
      R record, RecordComponent[] components, Object[] values) {
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class[]::new);
    try {
      Constructor<?> constructor = record.getClass().getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return (R) constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
