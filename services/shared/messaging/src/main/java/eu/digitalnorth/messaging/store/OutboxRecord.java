package eu.digitalnorth.messaging.store;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.messaging.envelope.Header;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A record as it will be sent, to the byte.
 *
 * @param country whose principal sends it
 * @param cause {@code ce_id} of the message that led to it
 * @param partition null means by key
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier between database and Kafka, never compared
public record OutboxRecord(
    CountryCode country,
    UUID cause,
    String topic,
    @Nullable Integer partition,
    byte @Nullable [] key,
    byte @Nullable [] value,
    List<Header> headers) {

  public OutboxRecord {
    headers = List.copyOf(headers);
  }
}
