package eu.digitalnorth.messaging.envelope;

import java.nio.charset.StandardCharsets;
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
}
