package eu.digitalnorth.replay.bundle;

import eu.digitalnorth.messaging.envelope.Header;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;

/**
 * One record of a topic, byte for byte.
 *
 * @param timestamp milliseconds since the epoch; -1 if it has none
 * @param headers in their order; names may repeat, values may be null
 */
public record RecordedRecord(
    String topic,
    int partition,
    long offset,
    long timestamp,
    TimestampType timestampType,
    Payload key,
    Payload value,
    List<Header> headers) {

  /** The key as text, which it need not be; null if there is none. */
  public @Nullable String keyText() {
    byte[] bytes = key.bytes();
    return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
  }

  /** The last header of this name as text; Kafka's rule is that the last one counts. */
  public Optional<String> header(String name) {
    for (int i = headers.size() - 1; i >= 0; i--) {
      byte[] value = headers.get(i).value();
      if (value != null && headers.get(i).name().equals(name)) {
        return Optional.of(new String(value, StandardCharsets.UTF_8));
      }
    }
    return Optional.empty();
  }

  /** Bytes of key, value and headers, about what it takes on the wire. */
  public int size() {
    int size = key.length() + value.length();
    for (Header header : headers) {
      byte[] bytes = header.value();
      size += header.name().length() + (bytes == null ? 0 : bytes.length);
    }
    return size;
  }

  /** {@code topic-partition@offset}, to name it to people. */
  public String place() {
    return topic + '-' + partition + '@' + offset;
  }
}
