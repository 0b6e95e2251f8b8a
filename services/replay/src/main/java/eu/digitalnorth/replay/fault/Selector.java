package eu.digitalnorth.replay.fault;

import eu.digitalnorth.replay.bundle.RecordedRecord;
import eu.digitalnorth.replay.capture.RecordFilter;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.Schema;

/**
 * With which records something goes wrong. An empty set leaves all.
 *
 * @param rate with so many of them, from 0 to 1
 * @param topics recorded on these
 * @param records these, by their place: {@code topic-partition@offset}
 * @param filter as captures and runs have it
 */
public record Selector(double rate, Set<String> topics, Set<String> records, RecordFilter filter) {
  public Selector {
    if (!(rate >= 0 && rate <= 1)) {
      throw new IllegalArgumentException("a rate is from 0 to 1, not " + rate);
    }
    topics = Set.copyOf(topics);
    records = Set.copyOf(records);
  }

  boolean meets(RecordedRecord record, Optional<Schema> schema, Chance chance) {
    return (topics.isEmpty() || topics.contains(record.topic()))
        && (records.isEmpty() || records.contains(record.place()))
        && filter.accepts(record, schema)
        && chance.isBelow(rate);
  }
}
