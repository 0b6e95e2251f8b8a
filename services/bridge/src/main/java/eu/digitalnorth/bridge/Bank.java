package eu.digitalnorth.bridge;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.messaging.topic.Topic;
import eu.digitalnorth.messaging.topic.TopicCatalogue;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

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

  /**
   * What is carried over to the other side: what is written here for the countries there, and what
   * the countries here tell all. What is national stays; and since each topic has one owner, no
   * topic is carried both ways.
   */
  List<String> topicsTo(Bank other) {
    return TopicCatalogue.all().stream().flatMap(topic -> names(topic, other)).sorted().toList();
  }

  private Stream<String> names(Topic<?> topic, Bank other) {
    List<CountryCode> owners =
        switch (topic.access()) {
          case INBOX -> other.countries;
          case BROADCAST -> countries;
          case NATIONAL -> List.<CountryCode>of();
        };
    return owners.stream().map(topic::nameFor);
  }
}
