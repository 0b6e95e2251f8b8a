package eu.digitalnorth.servers;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where a broker is reached that is alone; who may come in there, {@link KafkaAccess} says.
 *
 * @param bindAddress where it listens
 * @param host by which clients reach it
 */
public record KafkaListeners(
    String bindAddress, String host, int clientPort, int internalPort, int controllerPort) {

  private static final KafkaAccess ACCESS = new KafkaAccess(List.of("CLIENT"));

  /** On loopback, with free ports for those that nobody asks for. */
  static KafkaListeners onLoopback(int clientPort) {
    return new KafkaListeners(Port.HOST, Port.HOST, clientPort, Port.free(), Port.free());
  }

  Map<String, String> properties(KafkaSecurity security) {
    Map<String, String> properties = new HashMap<>(addresses());
    properties.putAll(ACCESS.properties(security));
    return properties;
  }

  private Map<String, String> addresses() {
    return Map.of(
        "listeners",
        "CLIENT://%s:%d,INTERNAL://%s:%d,CONTROLLER://%s:%d"
            .formatted(
                bindAddress, clientPort, bindAddress, internalPort, bindAddress, controllerPort),
        "advertised.listeners",
        "CLIENT://%s:%d,INTERNAL://%s:%d".formatted(host, clientPort, host, internalPort),
        "controller.quorum.voters",
        "1@%s:%d".formatted(Port.HOST, controllerPort));
  }
}
