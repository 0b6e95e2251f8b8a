package eu.digitalnorth.servers;

import java.util.Map;

/** Who may reach the broker where and how: the one place that says so. */
record KafkaListeners(int clientPort, int controllerPort) {

  Map<String, String> properties() {
    return Map.of(
        "listeners",
        "CLIENT://%s:%d,CONTROLLER://%s:%d"
            .formatted(Port.HOST, clientPort, Port.HOST, controllerPort),
        "advertised.listeners",
        "CLIENT://%s:%d".formatted(Port.HOST, clientPort),
        "listener.security.protocol.map",
        "CLIENT:PLAINTEXT,CONTROLLER:PLAINTEXT",
        "inter.broker.listener.name",
        "CLIENT",
        "controller.listener.names",
        "CONTROLLER",
        "controller.quorum.voters",
        "1@%s:%d".formatted(Port.HOST, controllerPort));
  }
}
