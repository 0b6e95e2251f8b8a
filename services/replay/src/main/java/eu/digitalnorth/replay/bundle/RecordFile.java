package eu.digitalnorth.replay.bundle;

import java.util.List;

/**
 * What is in the file of a partition.
 *
 * @param path in the bundle
 * @param bytes length of the file
 * @param sha256 of the file
 * @param records how many there are, at least one
 * @param firstTimestamp lowest, milliseconds since the epoch
 * @param lastTimestamp highest
 * @param longestRecord bytes of key, value and headers of the longest record
 * @param keySchemas SHA-256 of each schema that keys follow
 * @param valueSchemas SHA-256 of each schema that values follow
 */
public record RecordFile(
    String path,
    long bytes,
    String sha256,
    long records,
    long firstOffset,
    long lastOffset,
    long firstTimestamp,
    long lastTimestamp,
    int longestRecord,
    List<String> keySchemas,
    List<String> valueSchemas) {

  public RecordFile {
    keySchemas = List.copyOf(keySchemas);
    valueSchemas = List.copyOf(valueSchemas);
  }
}
