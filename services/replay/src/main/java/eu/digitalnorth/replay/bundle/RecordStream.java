package eu.digitalnorth.replay.bundle;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;

/**
 * Records of several partitions, merged by time as they are read: there is one record of each
 * partition in memory, and its block. A record whose timestamp is before that of its predecessor
 * counts as if it had the predecessor's, so that the order is total and the same each time.
 */
public final class RecordStream implements Iterator<RecordedRecord>, Closeable {
  private static final Comparator<PartitionReader> BY_TIME =
      Comparator.comparingLong(PartitionReader::time)
          .thenComparing(PartitionReader::topic)
          .thenComparingInt(PartitionReader::partition);

  private final Path bundle;
  private final PriorityQueue<PartitionReader> readers = new PriorityQueue<>(BY_TIME);

  private RecordStream(Path bundle) {
    this.bundle = bundle;
  }

  static RecordStream merge(Storage storage, Path bundle, List<RecordedPartition> partitions) {
    RecordStream stream = new RecordStream(bundle);
    try {
      for (RecordedPartition partition : partitions) {
        RecordFile file = partition.file();
        if (file != null) {
          stream.add(new PartitionReader(partition, file, storage.open(file.path())));
        }
      }
      return stream;
    } catch (IOException e) {
      stream.close();
      throw Storage.failure("read", bundle, e);
    }
  }

  private void add(PartitionReader reader) throws IOException {
    if (reader.advance()) {
      readers.add(reader);
    } else {
      reader.close();
    }
  }

  @Override
  public boolean hasNext() {
    return !readers.isEmpty();
  }

  @Override
  public RecordedRecord next() {
    PartitionReader reader = readers.poll();
    if (reader == null) {
      throw new NoSuchElementException();
    }
    RecordedRecord record = reader.head();
    try {
      add(reader);
    } catch (IOException e) {
      throw Storage.failure("read", bundle, e);
    }
    return record;
  }

  @Override
  public void close() {
    List<PartitionReader> open = new ArrayList<>(readers);
    readers.clear();
    for (PartitionReader reader : open) {
      try {
        reader.close();
      } catch (IOException e) {
        throw Storage.failure("read", bundle, e);
      }
    }
  }
}
