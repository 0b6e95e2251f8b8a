package eu.digitalnorth.bridge;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.messaging.topic.Crossing;
import java.util.List;
import java.util.Map;

/**
 * A Kafka cluster at one end of a bridge.
 *
 * @param name of the cluster, lower case
 * @param countries whose services come to it
 * @param client how the bridge comes in: bootstrap servers and credentials
 */
record Bank(String name, List<CountryCode> countries, Map<String, String> client) {

  Bank {
    if (!name.matches("[a-z][a-z0-9]{0,31}")) {
      throw new IllegalArgumentException("A cluster's name is of small letters and digits");
    }
    if (countries.isEmpty() || !client.containsKey("bootstrap.servers")) {
      throw new IllegalArgumentException(
          "Of cluster %s, set countries and bootstrap.servers".formatted(name));
    }
    countries = List.copyOf(countries);
    client = Map.copyOf(client);
  }

  /** What is carried over to the other side. */
  List<String> topicsTo(Bank other) {
    return new Crossing(countries, other.countries).topics();
  }
}
