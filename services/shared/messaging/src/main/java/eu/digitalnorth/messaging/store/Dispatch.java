package eu.digitalnorth.messaging.store;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.messaging.store.Outbox.Stored;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what a transaction committed: at once, and what must not overtake its predecessors through
 * the {@link OutboxRelay}.
 */
public final class Dispatch {
  private static final Logger log = LoggerFactory.getLogger(Dispatch.class);

  private final Outbox outbox;
  private final RecordSender sender;
  private final OutboxRelay relay;

  public Dispatch(Outbox outbox, RecordSender sender, OutboxRelay relay) {
    this.outbox = outbox;
    this.sender = sender;
    this.relay = relay;
  }

  /**
   * Returns when the records are sent and marked as such; those to be sent in order may also be
   * left to somebody who is sending such records at this moment, or to the relay if the broker is
   * away.
   *
   * @throws org.apache.kafka.common.KafkaException if a record was not acknowledged
   */
  public void send(CountryCode country, List<Stored> records) {
    List<Stored> atOnce = records.stream().filter(r -> !r.record().inOrder()).toList();
    if (!atOnce.isEmpty()) {
      sender.send(atOnce.stream().map(Stored::record).toList());
      outbox.markSent(atOnce);
    }
    if (atOnce.size() < records.size()) {
      sendInOrder(country);
    }
  }

  private void sendInOrder(CountryCode country) {
    try {
      relay.sendInOrder(country);
    } catch (RuntimeException e) {
      log.warn("Sending failed, the relay will try again: country={}", country, e);
    }
  }
}
