package eu.digitalnorth.messaging.topic;

import eu.digitalnorth.country.CountryCode;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/**
 * A kind of topic that every country owns one of, {@code <country>.<domain>.<message>.v<major>}.
 *
 * @param <T> what a record of it is
 * @param domain for example {@code evidence}
 * @param message for example {@code request}
 * @param major major version of the message; a new one is a new topic
 * @param type generated class of the records
 * @param access which countries read and write it
 * @param writers services that write it, be it their own country's or another's
 * @param readers services of the owner (or, for a broadcast, of every country) that read it
 * @param partitions number of partitions
 * @param retention how long records are kept; zero means compacted, and kept without end
 */
public record Topic<T extends SpecificRecord>(
    String domain,
    String message,
    int major,
    Class<T> type,
    Access access,
    Set<Service> writers,
    Set<Service> readers,
    int partitions,
    Duration retention) {

  public Topic {
    writers = Set.copyOf(writers);
    readers = Set.copyOf(readers);
  }

  /** Name of the topic that this country owns. */
  public String nameFor(CountryCode owner) {
    return owner.lower() + '.' + name();
  }

  /** The name without a country, for example {@code evidence.request.v1}. */
  public String name() {
    return domain + '.' + message + ".v" + major;
  }

  /** CloudEvents {@code type} of its records. */
  public String eventType() {
    return "eu.digitalnorth." + name();
  }

  /** The writer schema of this build, as it is registered. */
  public Schema schema() {
    return SpecificData.get().getSchema(type);
  }

  public boolean compacted() {
    return retention.isZero();
  }

  /** The configuration that Kafka's AdminClient is given. */
  public Map<String, String> configuration() {
    return compacted()
        ? Map.of("cleanup.policy", "compact", "min.cleanable.dirty.ratio", "0.2")
        : Map.of("cleanup.policy", "delete", "retention.ms", Long.toString(retention.toMillis()));
  }
}
