package eu.digitalnorth.replay.bundle;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a bundle says of itself: {@code manifest.json}, and the same as {@code progress.json} while
 * it is being recorded.
 *
 * @param format always {@value #FORMAT}
 * @param formatVersion of what this code writes: {@value #VERSION}
 * @param startedAt when the recording began
 * @param finishedAt null while it goes on
 * @param redactionPolicy stands for the policy and the key by which fields were replaced; null if
 *     none were
 * @param files SHA-256 of every file but the manifest's own, by path; empty while it goes on
 */
public record Manifest(
    String format,
    int formatVersion,
    Instant startedAt,
    @Nullable Instant finishedAt,
    Source source,
    Selection selection,
    @Nullable String redactionPolicy,
    List<RecordedTopic> topics,
    List<RecordedPartition> partitions,
    List<RecordedSchema> schemas,
    SortedMap<String, String> files) {

  public static final String FORMAT = "digital-north-recording";
  public static final int VERSION = 1;

  public Manifest {
    topics = List.copyOf(topics);
    partitions = List.copyOf(partitions);
    schemas = List.copyOf(schemas);
    files = new TreeMap<>(files);
  }

  /** A recording that begins. */
  public static Manifest begin(
      Instant now,
      Source source,
      Selection selection,
      @Nullable String redactionPolicy,
      List<RecordedTopic> topics,
      List<RecordedPartition> partitions) {
    return new Manifest(
        FORMAT,
        VERSION,
        now,
        null,
        source,
        selection,
        redactionPolicy,
        topics,
        partitions,
        List.of(),
        new TreeMap<>());
  }

  /** Whether it has private keys: those of an installation that was made for it. */
  public boolean bearsPrivateKeys() {
    return files.keySet().stream().anyMatch(path -> path.startsWith(Layout.PRIVATE_KEYS));
  }

  /** Paths of the anchors and keys that it has. */
  public List<String> keys() {
    return files.keySet().stream().filter(Layout::isKey).toList();
  }

  /** How many were recorded of all partitions. */
  public long records() {
    return partitions.stream().mapToLong(RecordedPartition::records).sum();
  }

  /** What is known of a schema, if a key or a value follows it. */
  public Optional<RecordedSchema> schema(String sha256) {
    return schemas.stream().filter(schema -> schema.sha256().equals(sha256)).findFirst();
  }

  /** Zero if the topic was not recorded. */
  public int partitionsOf(String topic) {
    return topics.stream()
        .filter(one -> one.name().equals(topic))
        .mapToInt(RecordedTopic::partitions)
        .findFirst()
        .orElse(0);
  }

  Manifest with(List<RecordedPartition> newPartitions, List<RecordedSchema> newSchemas) {
    return new Manifest(
        format,
        formatVersion,
        startedAt,
        finishedAt,
        source,
        selection,
        redactionPolicy,
        topics,
        newPartitions,
        newSchemas,
        files);
  }

  Manifest finished(Instant now, SortedMap<String, String> digests) {
    return new Manifest(
        format,
        formatVersion,
        startedAt,
        now,
        source,
        selection,
        redactionPolicy,
        topics,
        partitions.stream().map(RecordedPartition::ended).toList(),
        schemas,
        digests);
  }
}
