package eu.digitalnorth.replay.bundle;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Counts what is written to a file of records. */
final class Contents {
  private final SortedSet<String> keySchemas = new TreeSet<>();
  private final SortedSet<String> valueSchemas = new TreeSet<>();
  private long records;
  private long firstOffset = -1;
  private long lastOffset = -1;
  private long firstTimestamp = Long.MAX_VALUE;
  private long lastTimestamp = Long.MIN_VALUE;
  private int longestRecord;

  /** Nothing yet. */
  Contents() {}

  /** What is there already. */
  Contents(RecordFile file) {
    keySchemas.addAll(file.keySchemas());
    valueSchemas.addAll(file.valueSchemas());
    records = file.records();
    firstOffset = file.firstOffset();
    lastOffset = file.lastOffset();
    firstTimestamp = file.firstTimestamp();
    lastTimestamp = file.lastTimestamp();
    longestRecord = file.longestRecord();
  }

  long lastOffset() {
    return lastOffset;
  }

  void add(RecordedRecord record) {
    if (records == 0) {
      firstOffset = record.offset();
    }
    records++;
    lastOffset = record.offset();
    firstTimestamp = Math.min(firstTimestamp, record.timestamp());
    lastTimestamp = Math.max(lastTimestamp, record.timestamp());
    longestRecord = Math.max(longestRecord, record.size());
    note(keySchemas, record.key());
    note(valueSchemas, record.value());
  }

  private static void note(SortedSet<String> schemas, Payload payload) {
    String schema = payload.schema();
    if (schema != null) {
      schemas.add(schema);
    }
  }

  RecordFile file(String path, long bytes, String sha256) {
    return new RecordFile(
        path,
        bytes,
        sha256,
        records,
        firstOffset,
        lastOffset,
        firstTimestamp,
        lastTimestamp,
        longestRecord,
        List.copyOf(keySchemas),
        List.copyOf(valueSchemas));
  }
}
