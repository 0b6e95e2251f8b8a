package eu.digitalnorth.replay.compare;

import eu.digitalnorth.replay.bundle.Bundle;
import eu.digitalnorth.replay.bundle.RecordStream;
import eu.digitalnorth.replay.bundle.RecordedRecord;
import eu.digitalnorth.replay.decode.Decoder;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Reads a recording as it is compared: decoded, by logical topic, normalised by the rules. */
record ComparedRecords(Bundle bundle, CompareSettings settings) {
  private static final JsonMapper JSON = JsonMapper.shared();

  /** Whether it was recorded, with records or without. */
  boolean has(String logicalTopic) {
    return bundle.manifest().partitions().stream()
        .anyMatch(partition -> settings.logical(partition.topic()).equals(logicalTopic));
  }

  void forEach(Consumer<ComparedRecord> action) {
    Decoder decoder = new Decoder(bundle);
    try (RecordStream records =
        bundle.records(p -> settings.isCompared(settings.logical(p.topic())))) {
      records.forEachRemaining(record -> action.accept(compared(record, decoder)));
    }
  }

  private ComparedRecord compared(RecordedRecord record, Decoder decoder) {
    String topic = settings.logical(record.topic());
    Map<String, @Nullable Object> document = decoder.document(record);
    String key =
        document.get("key") == null
            ? "partition " + record.partition()
            : JSON.writeValueAsString(document.get("key"));
    document.put("topic", topic);
    document.remove("offset");
    settings.rules().forEach(rule -> rule.apply(document));
    return new ComparedRecord(
        new Group(topic, key),
        JSON.writeValueAsString(document),
        document,
        record.place(),
        decoder.typeOf(record));
  }
}
