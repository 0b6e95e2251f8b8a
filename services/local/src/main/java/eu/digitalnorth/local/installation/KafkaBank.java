package eu.digitalnorth.local.installation;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.servers.KafkaCluster;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A Kafka cluster of containers, and who comes to it.
 *
 * @param name of the volume that its brokers have their settings from
 * @param countries whose services come to it
 * @param beyond those that come to the other cluster, if there is another
 */
record KafkaBank(
    String name, KafkaCluster cluster, List<CountryCode> countries, List<CountryCode> beyond) {

  KafkaBank {
    countries = List.copyOf(countries);
    beyond = List.copyOf(beyond);
  }

  Brokers brokers(Path keys) {
    return new Brokers(cluster.clientServers(), cluster.administrationServers(), keys, null);
  }

  /** As the settings of a bridge have it; the cluster goes by the name of its first country. */
  String asEndOfBridge() {
    String end = end();
    return "%s.countries=%s\n%s.bootstrap.servers=%s\n"
        .formatted(
            end,
            countries.stream().map(CountryCode::lower).collect(Collectors.joining(",")),
            end,
            cluster.clientServers());
  }

  String end() {
    return countries.getFirst().lower();
  }
}
