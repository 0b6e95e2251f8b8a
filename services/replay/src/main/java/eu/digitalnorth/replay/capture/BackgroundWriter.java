package eu.digitalnorth.replay.capture;

import eu.digitalnorth.replay.InTurn;
import eu.digitalnorth.replay.bundle.BundleWriter;
import eu.digitalnorth.replay.bundle.RecordedRecord;
import java.time.Duration;

/**
 * Writes to the bundle on a thread of its own, while the next records come from the broker. Until
 * {@link #finish}, nobody else may use the bundle's writer.
 */
final class BackgroundWriter implements AutoCloseable {
  private static final Duration CHECKPOINT = Duration.ofSeconds(2);

  /** Polls that wait to be written: more would be memory and no gain. */
  private static final int MOST_WAITING = 2;

  private final BundleWriter writer;
  private final SchemaArchive schemas;
  private final InTurn<Integer> turns = new InTurn<>("recording");
  private long checkpointedAt = System.nanoTime();

  BackgroundWriter(BundleWriter writer, SchemaArchive schemas) {
    this.writer = writer;
    this.schemas = schemas;
  }

  /** Waits if too much is waiting; throws what an earlier one has failed with. */
  void write(Polled polled) {
    while (turns.size() >= MOST_WAITING) {
      turns.take();
    }
    turns.add(() -> keep(polled));
  }

  /** Returns when all is written. */
  void finish() {
    while (turns.size() > 0) {
      turns.take();
    }
  }

  private int keep(Polled polled) {
    for (RecordedRecord record : polled.wanted()) {
      schemas.keep(record.topic(), "key", record.key());
      schemas.keep(record.topic(), "value", record.value());
      writer.append(record);
    }
    polled.reached().forEach(writer::advance);
    if (System.nanoTime() - checkpointedAt > CHECKPOINT.toNanos()) {
      writer.checkpoint();
      checkpointedAt = System.nanoTime();
    }
    return polled.wanted().size();
  }

  @Override
  public void close() {
    turns.close();
  }
}
