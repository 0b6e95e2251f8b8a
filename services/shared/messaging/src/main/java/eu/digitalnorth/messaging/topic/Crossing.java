package eu.digitalnorth.messaging.topic;

import eu.digitalnorth.country.CountryCode;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * One direction of a bridge between two Kafka clusters: what is written here for the countries
 * there is carried over, and what the countries here tell all. What is national stays; and since
 * each topic has one owner, no topic is carried both ways.
 *
 * @param here the countries whose services come to the cluster that is read
 * @param there those whose services come to the one that is written
 */
public record Crossing(Collection<CountryCode> here, Collection<CountryCode> there) {

  public Crossing {
    here = List.copyOf(here);
    there = List.copyOf(there);
  }

  /** Names, the same on both sides. */
  public List<String> topics() {
    return TopicCatalogue.all().stream().flatMap(this::names).sorted().toList();
  }

  private Stream<String> names(Topic<?> topic) {
    Collection<CountryCode> owners =
        switch (topic.access()) {
          case INBOX -> there;
          case BROADCAST -> here;
          case NATIONAL -> List.<CountryCode>of();
        };
    return owners.stream().map(topic::nameFor);
  }
}
