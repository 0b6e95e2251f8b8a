package eu.digitalnorth.replay.bundle;

import org.jspecify.annotations.Nullable;

/**
 * The part of a partition that was recorded.
 *
 * @param fromOffset first offset that was looked at
 * @param toOffset offset after the last one to look at; null while a live recording goes on
 * @param nextOffset offset to look at next; {@code toOffset} when the recording is finished
 * @param file null if nothing there was asked for
 */
public record RecordedPartition(
    String topic,
    int partition,
    long fromOffset,
    @Nullable Long toOffset,
    long nextOffset,
    @Nullable RecordFile file) {

  /** How many records it has in the bundle. */
  public long records() {
    return file == null ? 0 : file.records();
  }

  RecordedPartition at(long offset, @Nullable RecordFile contents) {
    return new RecordedPartition(topic, partition, fromOffset, toOffset, offset, contents);
  }

  RecordedPartition ended() {
    return new RecordedPartition(topic, partition, fromOffset, nextOffset, nextOffset, file);
  }
}
