package eu.digitalnorth.replay.fault;

import eu.digitalnorth.replay.Failure;
import eu.digitalnorth.replay.ReplayException;
import eu.digitalnorth.replay.capture.Position;
import eu.digitalnorth.replay.capture.RecordFilter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A plan in a file: {@code {"seed": 1, "faults": [{"kind": "drop", "rate": 0.01}, ...]}}. What is
 * not known, or does nothing for its kind, is refused: a slip of the pen would pass for a fault
 * that does no harm.
 */
public final class FaultPlanFile {
  private static final JsonMapper STRICT =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private FaultPlanFile() {}

  /**
   * @throws ReplayException if it cannot be read, or cannot be meant
   */
  public static FaultPlan read(Path file) {
    try {
      Document document = STRICT.readValue(file.toFile(), Document.class);
      if (document.seed == null || document.faults == null) {
        throw new IllegalArgumentException("\"seed\" or \"faults\" is missing");
      }
      List<Fault> faults = new ArrayList<>();
      for (Entry entry : document.faults) {
        faults.add(new Fault(entry.selector(), entry.effect()));
      }
      return new FaultPlan(document.seed, faults);
    } catch (JacksonException e) {
      throw unreadable(file, e.getOriginalMessage(), e);
    } catch (IllegalArgumentException e) {
      throw unreadable(file, e.getMessage(), e);
    }
  }

  private static ReplayException unreadable(Path file, @Nullable String why, Exception e) {
    return new ReplayException(
        Failure.USAGE, "The faults in %s cannot be read: %s".formatted(file, why), e);
  }

  private record Document(@Nullable Long seed, @Nullable List<Entry> faults) {}

  private record Entry(
      @Nullable String kind,
      @Nullable Double rate,
      @Nullable List<String> topics,
      @Nullable List<String> records,
      @Nullable List<String> keys,
      @Nullable List<String> types,
      @Nullable List<String> exchanges,
      @Nullable Map<String, String> headers,
      @Nullable Integer times,
      @Nullable String after,
      @Nullable String by,
      @Nullable String within,
      @Nullable Integer distance,
      @Nullable String part,
      @Nullable Integer bytes,
      @Nullable Integer size) {

    Selector selector() {
      boolean describes =
          topics != null
              || records != null
              || keys != null
              || types != null
              || exchanges != null
              || headers != null;
      if (rate == null && !describes) {
        throw new IllegalArgumentException(
            "\"%s\" does not say with which records: \"rate\", \"records\", ...".formatted(kind));
      }
      return new Selector(
          rate == null ? 1 : rate,
          new HashSet<>(some(topics)),
          new HashSet<>(some(records)),
          new RecordFilter(
              some(keys), some(types), some(exchanges), headers == null ? Map.of() : headers));
    }

    private static List<String> some(@Nullable List<String> texts) {
      return texts == null ? List.of() : texts;
    }

    Effect effect() {
      return switch (kind) {
        case "drop" -> {
          only(Set.of());
          yield new Effect.Drop();
        }
        case "duplicate" -> {
          only(Set.of("times", "after"));
          yield new Effect.Duplicate(
              atLeastOne("times", times), after == null ? Duration.ZERO : Position.duration(after));
        }
        case "delay" -> {
          only(Set.of("by"));
          yield new Effect.Delay(Position.duration(required("by", by)));
        }
        case "reorder" -> {
          only(Set.of("within", "distance"));
          yield new Effect.Reorder(among(), atLeastOne("distance", distance));
        }
        case "corrupt" -> {
          only(Set.of("part", "bytes"));
          yield new Effect.Corrupt(
              Part.parse(part == null ? "value" : part), atLeastOne("bytes", bytes));
        }
        case "burst" -> {
          only(Set.of("size"));
          yield new Effect.Burst(
              Math.min(atLeastOne("size", required("size", size)), Injector.MOST_HELD));
        }
        case null, default ->
            throw new IllegalArgumentException(
                "\"%s\" is none of drop, duplicate, delay, reorder, corrupt, burst"
                    .formatted(kind));
      };
    }

    private Effect.Within among() {
      return switch (required("within", within)) {
        case "key" -> Effect.Within.KEY;
        case "partition" -> Effect.Within.PARTITION;
        case "all" -> Effect.Within.ALL;
        default ->
            throw new IllegalArgumentException(
                "\"%s\" is neither key, partition nor all".formatted(within));
      };
    }

    private void only(Set<String> meant) {
      Map<String, Object> given = new TreeMap<>();
      put(given, "times", times);
      put(given, "after", after);
      put(given, "by", by);
      put(given, "within", within);
      put(given, "distance", distance);
      put(given, "part", part);
      put(given, "bytes", bytes);
      put(given, "size", size);
      given.keySet().stream()
          .filter(name -> !meant.contains(name))
          .findFirst()
          .ifPresent(
              name -> {
                throw new IllegalArgumentException(
                    "\"%s\" means nothing for \"%s\"".formatted(name, kind));
              });
    }

    private static void put(Map<String, Object> all, String name, @Nullable Object value) {
      if (value != null) {
        all.put(name, value);
      }
    }

    private <T> T required(String name, @Nullable T value) {
      if (value == null) {
        throw new IllegalArgumentException("\"%s\" needs \"%s\"".formatted(kind, name));
      }
      return value;
    }

    private static int atLeastOne(String name, @Nullable Integer value) {
      if (value != null && value < 1) {
        throw new IllegalArgumentException("\"%s\" is at least 1".formatted(name));
      }
      return value == null ? 1 : value;
    }
  }
}
