package eu.digitalnorth.local.installation;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.servers.KafkaCluster;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The Kafka clusters of an installation of containers: one for all, or one for a country and one
 * for the others, with a bridge between them.
 */
record KafkaBanks(List<KafkaBank> all) {
  private static final String KAFKA = "kafka";
  private static final int BROKERS = 3;

  KafkaBanks {
    all = List.copyOf(all);
  }

  static KafkaBanks one(Collection<CountryCode> countries) {
    return new KafkaBanks(List.of(bank(KAFKA, List.copyOf(countries), List.of())));
  }

  /**
   * @param apart has a cluster of its own
   */
  static KafkaBanks two(Collection<CountryCode> countries, CountryCode apart) {
    List<CountryCode> others =
        countries.stream().filter(country -> !country.equals(apart)).toList();
    return new KafkaBanks(
        List.of(
            bank(KAFKA, others, List.of(apart)),
            bank(KAFKA + '-' + apart.lower(), List.of(apart), others)));
  }

  /** Where the administrator and the testers look. */
  KafkaBank home() {
    return all.getFirst();
  }

  /** Where the services of all of these come. */
  KafkaBank of(Collection<CountryCode> countries) {
    return all.stream()
        .filter(bank -> bank.countries().containsAll(countries))
        .findFirst()
        .orElseThrow();
  }

  /**
   * What the bridge is told; empty if there is none.
   *
   * @param keys where it has its password
   */
  Optional<String> bridge(Path keys) {
    if (all.size() == 1) {
      return Optional.empty();
    }
    return Optional.of(
        "clusters=%s\nkeys=%s\n%s"
            .formatted(
                all.stream().map(KafkaBank::end).collect(Collectors.joining(",")),
                keys,
                all.stream().map(KafkaBank::asEndOfBridge).collect(Collectors.joining())));
  }

  private static KafkaBank bank(
      String name, List<CountryCode> countries, List<CountryCode> beyond) {
    List<String> hosts =
        IntStream.rangeClosed(1, BROKERS).mapToObj(number -> name + '-' + number).toList();
    return new KafkaBank(name, new KafkaCluster(hosts), countries, beyond);
  }
}
