package eu.digitalnorth.messaging.envelope;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One header of a record; headers may repeat and may lack a value. The bytes are not copied: nobody
 * changes them.
 */
@SuppressWarnings(
    "ArrayRecordComponent") // a carrier between Kafka and the database, never compared
public record Header(String name, byte @Nullable [] value) {

  public static Header of(String name, String value) {
    return new Header(name, value.getBytes(StandardCharsets.UTF_8));
  }

  /** The last one of a name that has a value, as text; Kafka's rule is that the last one counts. */
  public static @Nullable String last(List<Header> headers, String name) {
    for (int i = headers.size() - 1; i >= 0; i--) {
      Header header = headers.get(i);
      byte[] bytes = header.value();
      if (header.name().equals(name) && bytes != null) {
        return new String(bytes, StandardCharsets.UTF_8);
      }
    }
    return null;
  }
}
