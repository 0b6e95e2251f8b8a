package eu.digitalnorth.messaging.envelope;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * A record as it came from the broker, before anything is believed or decoded.
 *
 * @param timestamp milliseconds since the epoch, as the broker tells
 */
@SuppressWarnings("ArrayRecordComponent") // the bytes are handed on as they came, never compared
public record RawRecord(
    String topic,
    int partition,
    long offset,
    long timestamp,
    byte @Nullable [] key,
    byte @Nullable [] value,
    List<Header> headers) {

  // Not compact: javac leaves the type annotations of a compact one's parameters out of the class.
  public RawRecord(
      String topic,
      int partition,
      long offset,
      long timestamp,
      byte @Nullable [] key,
      byte @Nullable [] value,
      List<Header> headers) {
    this.topic = topic;
    this.partition = partition;
    this.offset = offset;
    this.timestamp = timestamp;
    this.key = key;
    this.value = value;
    this.headers = List.copyOf(headers);
  }

  public static RawRecord of(ConsumerRecord<byte[], byte[]> consumed) {
    List<Header> headers = new ArrayList<>();
    consumed.headers().forEach(header -> headers.add(new Header(header.key(), header.value())));
    return new RawRecord(
        consumed.topic(),
        consumed.partition(),
        consumed.offset(),
        consumed.timestamp(),
        consumed.key(),
        consumed.value(),
        headers);
  }

  /** The last header of this name, as text; Kafka's rule is that the last one counts. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(Header.last(headers, name));
  }
}
