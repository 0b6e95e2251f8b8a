package eu.digitalnorth.messaging.store;

import java.util.List;

/** Looks on while records are sent. */
@FunctionalInterface
public interface SendWatch {
  /** Looks at nothing. */
  SendWatch NONE = records -> () -> {};

  /**
   * These are handed over to the broker together.
   *
   * @return is run once all of them are acknowledged
   */
  Runnable sending(List<OutboxRecord> records);
}
