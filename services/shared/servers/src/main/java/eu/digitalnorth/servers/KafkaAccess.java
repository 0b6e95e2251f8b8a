package eu.digitalnorth.servers;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who comes in to a broker where and how: the one place that says so. Countries come to listeners
 * for clients with SCRAM, whose users the administrator creates, and the tester with PLAIN, since
 * many a {@code kcat} in use does SCRAM in a way that Kafka 4 refuses. The administrator and other
 * brokers come to {@code INTERNAL}; brokers and controllers meet at {@code CONTROLLER}.
 *
 * @param clients the listeners for clients, in upper case
 */
record KafkaAccess(List<String> clients) {
  static final String INTERNAL = "INTERNAL";
  static final String CONTROLLER = "CONTROLLER";

  private static final String PLAIN = "org.apache.kafka.common.security.plain.PlainLoginModule";
  private static final String SCRAM = "org.apache.kafka.common.security.scram.ScramLoginModule";

  /** After that, who is connected must prove anew who it is: who was shut out is out by then. */
  private static final String REAUTHENTICATION_MILLIS = "3600000";

  KafkaAccess {
    clients = List.copyOf(clients);
  }

  Map<String, String> properties(KafkaSecurity security) {
    Map<String, String> properties = new HashMap<>(protocols(security.certificate()));
    properties.put("inter.broker.listener.name", INTERNAL);
    properties.put("controller.listener.names", CONTROLLER);
    properties.putAll(amongBrokers(security));
    clients.forEach(listener -> properties.putAll(forClients(listener, security)));
    properties.putAll(authorisation());
    return properties;
  }

  private Map<String, String> protocols(@Nullable KafkaCertificate certificate) {
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

  private String allListeners(String protocol) {
    return Stream.concat(clients.stream(), Stream.of(INTERNAL, CONTROLLER))
        .map(listener -> listener + ':' + protocol)
        .collect(Collectors.joining(","));
  }

  private static Map<String, String> amongBrokers(KafkaSecurity security) {
    String broker = security.brokerPassword();
    String self = "%s required username=\"broker\" password=\"%s\"".formatted(PLAIN, broker);
    String brokers = "%s user_broker=\"%s\"".formatted(self, broker);
    return Map.of(
        "sasl.mechanism.inter.broker.protocol",
        "PLAIN",
        "sasl.mechanism.controller.protocol",
        "PLAIN",
        "listener.name.internal.sasl.enabled.mechanisms",
        "PLAIN",
        "listener.name.internal.plain.sasl.jaas.config",
        "%s user_admin=\"%s\";".formatted(brokers, security.adminPassword()),
        "listener.name.controller.sasl.enabled.mechanisms",
        "PLAIN",
        "listener.name.controller.plain.sasl.jaas.config",
        brokers + ';');
  }

  private static Map<String, String> forClients(String listener, KafkaSecurity security) {
    String prefix = "listener.name." + listener.toLowerCase(Locale.ROOT) + '.';
    return Map.of(
        prefix + "sasl.enabled.mechanisms",
        "SCRAM-SHA-512,PLAIN",
        prefix + "scram-sha-512.sasl.jaas.config",
        SCRAM + " required;",
        prefix + "scram-sha-512.connections.max.reauth.ms",
        REAUTHENTICATION_MILLIS,
        prefix + "plain.sasl.jaas.config",
        "%s required user_tester=\"%s\";".formatted(PLAIN, security.testerPassword()));
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
