package eu.digitalnorth.replay.capture;

import eu.digitalnorth.replay.bundle.RecordedRecord;
import eu.digitalnorth.replay.bundle.Selection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.Schema;

/**
 * Which records are wanted. Each kind of condition must hold, of several values one suffices; for
 * headers, all must hold.
 */
public final class RecordFilter {
  private static final String SUBJECT = "ce_subject";

  private final Set<String> keys;
  private final Set<String> types;
  private final Set<String> exchanges;
  private final Map<String, String> headers;

  public RecordFilter(
      List<String> keys, List<String> types, List<String> exchanges, Map<String, String> headers) {
    this.keys = new HashSet<>(keys);
    this.types = new HashSet<>(types);
    this.exchanges = new HashSet<>(exchanges);
    this.headers = Map.copyOf(headers);
  }

  static RecordFilter of(Selection selection) {
    return new RecordFilter(
        selection.keys(), selection.types(), selection.exchanges(), selection.headers());
  }

  /**
   * @param schema of the value, if it follows one
   */
  public boolean accepts(RecordedRecord record, Optional<Schema> schema) {
    return (keys.isEmpty() || keys.contains(record.keyText()))
        && (exchanges.isEmpty() || isOfExchange(record))
        && (headers.isEmpty() || hasHeaders(record))
        && (types.isEmpty() || schema.filter(this::isOfType).isPresent());
  }

  private boolean hasHeaders(RecordedRecord record) {
    return headers.entrySet().stream()
        .allMatch(h -> record.header(h.getKey()).filter(h.getValue()::equals).isPresent());
  }

  /** Conversations are keyed by their exchange; what is told about one names it as subject. */
  private boolean isOfExchange(RecordedRecord record) {
    return exchanges.contains(record.keyText())
        || record.header(SUBJECT).filter(exchanges::contains).isPresent();
  }

  private boolean isOfType(Schema schema) {
    return types.contains(schema.getName()) || types.contains(schema.getFullName());
  }
}
