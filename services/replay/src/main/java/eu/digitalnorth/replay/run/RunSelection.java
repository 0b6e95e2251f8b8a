package eu.digitalnorth.replay.run;

import eu.digitalnorth.replay.bundle.RecordedRecord;
import eu.digitalnorth.replay.capture.RecordFilter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What of a recording is replayed.
 *
 * @param topics recorded topics; empty for all
 * @param filter which of their records
 * @param from only records with this timestamp or a later one, milliseconds since the epoch
 * @param limit at most so many records; null for all
 */
public record RunSelection(
    Set<String> topics, RecordFilter filter, long from, @Nullable Long limit) {

  public RunSelection {
    topics = Set.copyOf(topics);
  }

  public static RunSelection everything() {
    return new RunSelection(
        Set.of(),
        new RecordFilter(List.of(), List.of(), List.of(), Map.of()),
        Long.MIN_VALUE,
        null);
  }

  boolean hasTopic(String topic) {
    return topics.isEmpty() || topics.contains(topic);
  }

  boolean has(RecordedRecord record, Optional<Schema> schema) {
    return record.timestamp() >= from && filter.accepts(record, schema);
  }
}
