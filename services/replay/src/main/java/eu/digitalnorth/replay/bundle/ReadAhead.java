package eu.digitalnorth.replay.bundle;

import eu.digitalnorth.replay.InTurn;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * Reads records on a thread of its own, some ahead of whoever takes them: at most {@value #CHUNKS}
 * times {@value #CHUNK_RECORDS} records or about {@value #CHUNK_BYTES} bytes.
 */
public final class ReadAhead implements Iterator<RecordedRecord>, AutoCloseable {
  private static final int CHUNKS = 4;
  private static final int CHUNK_RECORDS = 500;
  private static final int CHUNK_BYTES = 1 << 20;

  private final RecordStream records;
  private final InTurn<List<RecordedRecord>> chunks = new InTurn<>("reading");
  private Iterator<RecordedRecord> chunk = Collections.emptyIterator();
  private boolean ended;

  /**
   * @param records is used by nobody else from now on, and closed with this
   */
  public ReadAhead(RecordStream records) {
    this.records = records;
    for (int i = 0; i < CHUNKS; i++) {
      chunks.add(this::read);
    }
  }

  private List<RecordedRecord> read() {
    List<RecordedRecord> read = new ArrayList<>(CHUNK_RECORDS);
    long bytes = 0;
    while (read.size() < CHUNK_RECORDS && bytes < CHUNK_BYTES && records.hasNext()) {
      RecordedRecord record = records.next();
      bytes += record.size();
      read.add(record);
    }
    return read;
  }

  @Override
  public boolean hasNext() {
    while (!chunk.hasNext() && !ended) {
      List<RecordedRecord> next = chunks.take();
      chunk = next.iterator();
      ended = next.isEmpty();
      if (!ended) {
        chunks.add(this::read);
      }
    }
    return chunk.hasNext();
  }

  @Override
  public RecordedRecord next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return chunk.next();
  }

  @Override
  public void close() {
    chunks.close();
    records.close();
  }
}
