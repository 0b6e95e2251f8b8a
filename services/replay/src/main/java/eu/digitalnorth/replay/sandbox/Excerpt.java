package eu.digitalnorth.replay.sandbox;

import eu.digitalnorth.replay.Fingerprint;
import eu.digitalnorth.replay.bundle.Bundle;
import eu.digitalnorth.replay.bundle.BundleWriter;
import eu.digitalnorth.replay.bundle.Manifest;
import eu.digitalnorth.replay.bundle.RecordStream;
import eu.digitalnorth.replay.bundle.RecordedPartition;
import eu.digitalnorth.replay.bundle.RecordedRecord;
import eu.digitalnorth.replay.bundle.RecordedSchema;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Some records of a recording, as a recording. Of copies, as delivery at least once makes them, the
 * first is taken.
 */
final class Excerpt {
  private Excerpt() {}

  /**
   * @param folder becomes the bundle
   */
  static void write(
      Bundle bundle, Set<String> topics, Predicate<RecordedRecord> wanted, Path folder) {
    Manifest manifest = bundle.manifest();
    List<RecordedPartition> partitions =
        manifest.partitions().stream().filter(p -> topics.contains(p.topic())).toList();
    Manifest plan =
        Manifest.begin(
            manifest.startedAt(),
            manifest.source(),
            manifest.selection(),
            manifest.redactionPolicy(),
            manifest.topics().stream().filter(topic -> topics.contains(topic.name())).toList(),
            partitions.stream().map(Excerpt::notBegun).toList());
    try (BundleWriter writer = BundleWriter.create(folder, plan);
        RecordStream records = bundle.records(partitions::contains)) {
      for (RecordedSchema schema : manifest.schemas()) {
        writer.add(schema, bundle.schema(schema.sha256()).toString());
      }
      Set<ByteBuffer> written = new HashSet<>();
      while (records.hasNext()) {
        RecordedRecord record = records.next();
        if (wanted.test(record) && written.add(digest(record))) {
          writer.append(record);
        }
      }
      writer.finish(Objects.requireNonNull(manifest.finishedAt()));
    }
  }

  private static RecordedPartition notBegun(RecordedPartition whole) {
    return new RecordedPartition(
        whole.topic(),
        whole.partition(),
        whole.fromOffset(),
        whole.toOffset(),
        whole.fromOffset(),
        null);
  }

  /** Of all that a copy has in common with its original. */
  private static ByteBuffer digest(RecordedRecord record) {
    Fingerprint fingerprint =
        new Fingerprint().add(record.topic()).add(record.key().bytes()).add(record.value().bytes());
    record.headers().forEach(header -> fingerprint.add(header.name()).add(header.value()));
    return ByteBuffer.wrap(fingerprint.sha256());
  }
}
