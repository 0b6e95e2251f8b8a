package eu.digitalnorth.messaging.store;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.messaging.envelope.Header;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A record as it will be sent, to the byte.
 *
 * @param country whose principal sends it
 * @param cause of the message that led to it, see {@link
 *     eu.digitalnorth.messaging.envelope.MessageIdentity#cause}; or the id of what was no message
 * @param partition null means by key
 * @param inOrder whether it must not overtake a record that was stored before it, as on a compacted
 *     topic, where the last record is what stays; such a record is not sent again once it was sent
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier between database and Kafka, never compared
public record OutboxRecord(
    CountryCode country,
    UUID cause,
    String topic,
    @Nullable Integer partition,
    byte @Nullable [] key,
    byte @Nullable [] value,
    List<Header> headers,
    boolean inOrder) {

  public OutboxRecord {
    headers = List.copyOf(headers);
  }

  /** The same, to be sent in order. */
  public OutboxRecord keepingOrder() {
    return new OutboxRecord(country, cause, topic, partition, key, value, headers, true);
  }

  /** The same with one more header at the end. */
  public OutboxRecord with(Header header) {
    List<Header> more = new ArrayList<>(headers.size() + 1);
    more.addAll(headers);
    more.add(header);
    return new OutboxRecord(country, cause, topic, partition, key, value, more, inOrder);
  }
}
