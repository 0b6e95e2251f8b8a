package eu.digitalnorth.replay.bundle;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.file.DataFileStream;
import org.apache.avro.generic.GenericDatumReader;
import org.jspecify.annotations.Nullable;

/** Reads the file of a partition, one record ahead, and notices if it ends too early. */
final class PartitionReader implements Closeable {
  private final RecordedPartition partition;
  private final RecordFile file;
  private final DataFileStream<Object> blocks;
  private final RecordDecoder decoder;
  private long leftInBlock;
  private long read;
  private @Nullable RecordedRecord head;
  private long time = Long.MIN_VALUE;

  PartitionReader(RecordedPartition partition, RecordFile file, InputStream in) throws IOException {
    this.partition = partition;
    this.file = file;
    this.decoder = new RecordDecoder(file.longestRecord());
    try {
      this.blocks = new DataFileStream<>(in, new GenericDatumReader<>());
    } catch (AvroRuntimeException e) {
      throw failure(e.getMessage(), e);
    }
    if (!blocks.getSchema().equals(RecordSchema.V1)) {
      throw failure("does not have the schema of format version 1", null);
    }
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
      while (leftInBlock == 0) {
        if (!nextBlock()) {
          return false;
        }
      }
      RecordedRecord next = decoder.next();
      leftInBlock--;
      read++;
      head = next;
      time = Math.max(time, next.timestamp());
      return true;
    } catch (IOException | AvroRuntimeException | IndexOutOfBoundsException e) {
      throw failure(e.getMessage(), e);
    }
  }

  /** A file that was cut between two blocks is a whole file for Avro, but not what was recorded. */
  private boolean nextBlock() throws IOException {
    if (!decoder.isAtEnd()) {
      throw new IOException("has more in a block than its records");
    }
    if (!blocks.hasNext()) {
      if (read != file.records()) {
        throw new IOException(
            "ends after %,d of %,d recorded records".formatted(read, file.records()));
      }
      return false;
    }
    decoder.over(blocks.nextBlock());
    leftInBlock = blocks.getBlockCount();
    return true;
  }

  private IOException failure(@Nullable String what, @Nullable Exception cause) {
    return new IOException("%s-%d: %s".formatted(topic(), partition(), what), cause);
  }

  @Override
  public void close() throws IOException {
    blocks.close();
  }
}
