package eu.digitalnorth.servers;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who may reach the broker where and how: the one place that says so. Countries come to {@code
 * CLIENT} with SCRAM, whose users the administrator creates, and the tester with PLAIN, since many
 * a {@code kcat} in use does SCRAM in a way that Kafka 4 refuses. The administrator and other
 * brokers come to {@code INTERNAL}; brokers and controllers meet at {@code CONTROLLER}.
 *
 * @param bindAddress where it listens
 * @param host by which clients reach it
 */
public record KafkaListeners(
    String bindAddress, String host, int clientPort, int internalPort, int controllerPort) {

  private static final String PLAIN = "org.apache.kafka.common.security.plain.PlainLoginModule";
  private static final String SCRAM = "org.apache.kafka.common.security.scram.ScramLoginModule";

  /** After that, who is connected must prove anew who it is: who was shut out is out by then. */
  private static final String REAUTHENTICATION_MILLIS = "3600000";

  /** On loopback, with free ports for those that nobody asks for. */
  static KafkaListeners onLoopback(int clientPort) {
    return new KafkaListeners(Port.HOST, Port.HOST, clientPort, Port.free(), Port.free());
  }

  Map<String, String> properties(KafkaSecurity security) {
    Map<String, String> properties = new HashMap<>(addresses());
    properties.putAll(protocols(security.certificate()));
    properties.putAll(mechanisms(security));
    properties.putAll(authorisation());
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
        "inter.broker.listener.name",
        "INTERNAL",
        "controller.listener.names",
        "CONTROLLER",
        "controller.quorum.voters",
        "1@%s:%d".formatted(Port.HOST, controllerPort));
  }

  private static Map<String, String> protocols(@Nullable KafkaCertificate certificate) {
    if (certificate == null) {
      return Map.of("listener.security.protocol.map", allListeners("SASL_PLAINTEXT"));
    }
    return Map.of(
        "listener.security.protocol.map", allListeners("SASL_SSL"),
        "ssl.keystore.type", "PKCS12",
        "ssl.keystore.location", certificate.keyStore().toString(),
        "ssl.keystore.password", certificate.password(),
        "ssl.key.password", certificate.password(),
        "ssl.truststore.type", "PEM",
        "ssl.truststore.location", certificate.authority().toString());
  }

  private static String allListeners(String protocol) {
    return Stream.of("CLIENT", "INTERNAL", "CONTROLLER")
        .map(listener -> listener + ':' + protocol)
        .collect(Collectors.joining(","));
  }

  private static Map<String, String> mechanisms(KafkaSecurity security) {
    String broker = security.brokerPassword();
    String self = "%s required username=\"broker\" password=\"%s\"".formatted(PLAIN, broker);
    String brokers = "%s user_broker=\"%s\"".formatted(self, broker);
    return Map.of(
        "sasl.mechanism.inter.broker.protocol",
        "PLAIN",
        "sasl.mechanism.controller.protocol",
        "PLAIN",
        "listener.name.client.sasl.enabled.mechanisms",
        "SCRAM-SHA-512,PLAIN",
        "listener.name.client.scram-sha-512.sasl.jaas.config",
        SCRAM + " required;",
        "listener.name.client.scram-sha-512.connections.max.reauth.ms",
        REAUTHENTICATION_MILLIS,
        "listener.name.client.plain.sasl.jaas.config",
        "%s required user_tester=\"%s\";".formatted(PLAIN, security.testerPassword()),
        "listener.name.internal.sasl.enabled.mechanisms",
        "PLAIN",
        "listener.name.internal.plain.sasl.jaas.config",
        "%s user_admin=\"%s\";".formatted(brokers, security.adminPassword()),
        "listener.name.controller.sasl.enabled.mechanisms",
        "PLAIN",
        "listener.name.controller.plain.sasl.jaas.config",
        brokers + ';');
  }

  private static Map<String, String> authorisation() {
    return Map.of(
        "authorizer.class.name",
        "org.apache.kafka.metadata.authorizer.StandardAuthorizer",
        "allow.everyone.if.no.acl.found",
        "false",
        "super.users",
        "User:broker;User:admin");
  }
}
