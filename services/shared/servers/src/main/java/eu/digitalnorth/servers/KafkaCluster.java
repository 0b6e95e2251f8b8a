package eu.digitalnorth.servers;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Brokers that are also each other's controllers, in containers, each on a host of its own with the
 * same ports. What they have in common is here; what each is by itself ({@code node.id}, counted
 * from 1 in the order of the hosts, and {@code advertised.listeners}) its environment says.
 *
 * @param hosts by which brokers and clients beside them reach each
 */
public record KafkaCluster(List<String> hosts) {
  private static final int CLIENT = 9092;
  private static final int CONTROLLER = 9093;
  private static final int INTERNAL = 9094;

  /** For clients outside the brokers' network, who cannot reach them by their hosts' names. */
  private static final int HOST = 29092;

  /** A record is on as many brokers, and on one less before its writer is told so. */
  private static final int REPLICAS = 3;

  private static final KafkaAccess ACCESS = new KafkaAccess(List.of("CLIENT", "HOST"));

  /**
   * @throws IllegalArgumentException if there are too few to lose one
   */
  public KafkaCluster {
    hosts = List.copyOf(hosts);
    if (hosts.size() < REPLICAS) {
      throw new IllegalArgumentException("A cluster has " + REPLICAS + " brokers at least");
    }
  }

  public short replicas() {
    return REPLICAS;
  }

  /** For countries, testers and replay. */
  public String clientServers() {
    return servers(CLIENT);
  }

  /** For the administrator. */
  public String administrationServers() {
    return servers(INTERNAL);
  }

  /**
   * As a file, which has passwords in it.
   *
   * @param logDirectory where each broker keeps its data
   */
  public String text(Path logDirectory, KafkaSecurity security) {
    Map<String, String> properties = new HashMap<>(ACCESS.properties(security));
    properties.put("process.roles", "broker,controller");
    properties.put("log.dirs", logDirectory.toString());
    properties.put(
        "listeners",
        "CLIENT://:%d,HOST://:%d,INTERNAL://:%d,CONTROLLER://:%d"
            .formatted(CLIENT, HOST, INTERNAL, CONTROLLER));
    properties.put("controller.quorum.voters", voters());
    properties.putAll(KafkaProperties.replicated(REPLICAS, REPLICAS - 1));
    properties.putAll(KafkaProperties.small());
    return KafkaProperties.text(properties);
  }

  private String servers(int port) {
    return hosts.stream().map(host -> host + ':' + port).collect(Collectors.joining(","));
  }

  private String voters() {
    return IntStream.range(0, hosts.size())
        .mapToObj(i -> "%d@%s:%d".formatted(i + 1, hosts.get(i), CONTROLLER))
        .collect(Collectors.joining(","));
  }
}
