package eu.digitalnorth.messaging.state;

import eu.digitalnorth.country.CountryCode;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/**
 * Takes records of a compacted topic into the service's database. Called in the transaction that
 * also remembers how far the topic was read; the same records may come again, and older ones after
 * newer ones, so a version that is not newer must be ignored.
 */
@FunctionalInterface
public interface StateHandler<T extends SpecificRecord> {
  /**
   * @param reader the country that reads
   * @param records in the order of the topic
   */
  void apply(CountryCode reader, List<StateRecord<T>> records);
}
