package eu.digitalnorth.local.installation;

import eu.digitalnorth.messaging.kafka.BrokerAccess;
import eu.digitalnorth.trust.broker.BrokerPrincipal;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/**
 * What other people's clients are told to come in as a principal: private files, since they have
 * its password.
 *
 * @param kcat for {@code kcat -F}, and whatever else is made of librdkafka
 * @param node for KafkaJS, JSON
 * @param java for {@code exchange replay} and other Java that has its classes: the schema
 *     registry's URL is among the properties
 */
public record ClientFiles(Path kcat, Path node, Path java) {

  public static ClientFiles of(BrokerPrincipal principal, Path data) {
    Path folder = data.resolve("credentials");
    return new ClientFiles(
        folder.resolve(principal.name() + ".kcat"),
        folder.resolve(principal.name() + ".json"),
        folder.resolve(principal.name() + ".properties"));
  }

  public void write(BrokerPrincipal principal, Endpoints endpoints) {
    Brokers brokers = endpoints.brokers();
    String password = brokers.passwords().of(principal);
    PrivateFiles.write(java, properties(principal, endpoints));
    PrivateFiles.write(kcat, librdkafka(principal, password, brokers));
    PrivateFiles.write(node, kafkaJs(principal, password, brokers));
  }

  public void delete() {
    try {
      Files.deleteIfExists(kcat);
      Files.deleteIfExists(node);
      Files.deleteIfExists(java);
    } catch (IOException e) {
      throw new InstallationException(kcat + " cannot be deleted.", e);
    }
  }

  private static String librdkafka(BrokerPrincipal principal, String password, Brokers brokers) {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("bootstrap.servers", brokers.clients());
    settings.put(
        "security.protocol",
        brokers.certificateAuthority() == null ? "SASL_PLAINTEXT" : "SASL_SSL");
    if (brokers.certificateAuthority() != null) {
      settings.put("ssl.ca.location", brokers.certificateAuthority().toString());
    }
    settings.put("sasl.mechanism", BrokerAccess.mechanism(principal));
    settings.put("sasl.username", principal.name());
    settings.put("sasl.password", password);
    return settings.entrySet().stream()
        .map(entry -> entry.getKey() + '=' + entry.getValue() + '\n')
        .collect(Collectors.joining());
  }

  /** The password is not in it: a class of ours reads it from its own file when it is needed. */
  private static String properties(BrokerPrincipal principal, Endpoints endpoints) {
    Properties properties = new Properties();
    endpoints
        .brokers()
        .as(principal)
        .forEach((name, value) -> properties.setProperty(name, text(value)));
    properties.setProperty("schema.registry.url", endpoints.schemaRegistry().toString());
    StringWriter writer = new StringWriter();
    try {
      properties.store(writer, null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return writer.toString();
  }

  private static String text(Object value) {
    return value instanceof Class<?> type ? type.getName() : value.toString();
  }

  private static String kafkaJs(BrokerPrincipal principal, String password, Brokers brokers) {
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("brokers", List.of(brokers.clients().split(",")));
    settings.put("ssl", tls(brokers));
    settings.put(
        "sasl",
        Map.of(
            "mechanism", BrokerAccess.mechanism(principal).toLowerCase(Locale.ROOT),
            "username", principal.name(),
            "password", password));
    return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(settings) + '\n';
  }

  private static Object tls(Brokers brokers) {
    if (brokers.certificateAuthority() == null) {
      return false;
    }
    try {
      return Map.of("ca", List.of(Files.readString(brokers.certificateAuthority())));
    } catch (IOException e) {
      throw new InstallationException(brokers.certificateAuthority() + " cannot be read.", e);
    }
  }
}
