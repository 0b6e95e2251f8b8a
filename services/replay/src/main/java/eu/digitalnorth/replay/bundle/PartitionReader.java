package eu.digitalnorth.replay.bundle;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.file.DataFileStream;
import org.jspecify.annotations.Nullable;

/** Reads the file of a partition, one record ahead. */
final class PartitionReader implements Closeable {
  private final RecordedPartition partition;
  private final DataFileStream<RecordedRecord> records;
  private @Nullable RecordedRecord head;
  private long time = Long.MIN_VALUE;

  PartitionReader(RecordedPartition partition, RecordFile file, InputStream in) throws IOException {
    this.partition = partition;
    this.records = new DataFileStream<>(in, new RecordDatumReader(file.longestRecord()));
  }

  String topic() {
    return partition.topic();
  }

  int partition() {
    return partition.partition();
  }

  /** By which the head is merged: never before that of the record before. */
  long time() {
    return time;
  }

  RecordedRecord head() {
    if (head == null) {
      throw new IllegalStateException("Nothing was read");
    }
    return head;
  }

  /** False at the end. */
  boolean advance() throws IOException {
    try {
      if (!records.hasNext()) {
        return false;
      }
      RecordedRecord next = records.next();
      head = next;
      time = Math.max(time, next.timestamp());
      return true;
    } catch (AvroRuntimeException | IndexOutOfBoundsException e) {
      throw new IOException("%s-%d: %s".formatted(topic(), partition(), e.getMessage()), e);
    }
  }

  @Override
  public void close() throws IOException {
    records.close();
  }
}
