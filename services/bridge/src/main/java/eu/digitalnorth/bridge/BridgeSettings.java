package eu.digitalnorth.bridge;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.messaging.kafka.BrokerAccess;
import eu.digitalnorth.messaging.setup.AccessRules;
import eu.digitalnorth.trust.broker.BrokerPasswords;
import eu.digitalnorth.trust.broker.BrokerPrincipal;
import eu.digitalnorth.trust.key.MissingKeyException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.clients.CommonClientConfigs;

/**
 * Which clusters a bridge joins, and what MirrorMaker is told of it.
 *
 * @param replicas of MirrorMaker's own topics
 */
record BridgeSettings(Bank one, Bank other, int replicas) {
  private static final String NOWHERE = "";

  BridgeSettings {
    if (one.countries().stream().anyMatch(other.countries()::contains)) {
      throw new IllegalArgumentException("A country's services come to one cluster only");
    }
  }

  /**
   * Reads {@code clusters=ee,no}, {@code ee.countries=ee}, {@code ee.bootstrap.servers=...} and
   * whatever else a Kafka client of that cluster is to be told, likewise prefixed. With {@code
   * keys}, the folder of an installation's keys, the bridge comes in by the password that is there.
   *
   * @throws IllegalArgumentException if that is no description of two clusters
   * @throws MissingKeyException if there is no password
   */
  static BridgeSettings of(Properties file) {
    List<String> names = list(file.getProperty("clusters", ""));
    if (names.size() != 2) {
      throw new IllegalArgumentException("Set clusters to the names of two, as in clusters=ee,no");
    }
    return new BridgeSettings(
        bank(names.getFirst(), file),
        bank(names.getLast(), file),
        replicas(file.getProperty("replicas", "3")));
  }

  private static int replicas(String number) {
    try {
      return Integer.parseInt(number);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("Set replicas to a number, not to " + number, e);
    }
  }

  Map<String, String> ofMirrorMaker() {
    Map<String, String> settings = new HashMap<>();
    settings.put("clusters", one.name() + ',' + other.name());
    // Names stay as they are: signatures are over them, and nobody's code knows of the bridge.
    settings.put(
        "replication.policy.class", "org.apache.kafka.connect.mirror.IdentityReplicationPolicy");
    List.of(
            "sync.topic.configs.enabled",
            "sync.topic.acls.enabled",
            "sync.group.offsets.enabled",
            "emit.heartbeats.enabled",
            "emit.checkpoints.enabled",
            "emit.offset-syncs.enabled")
        .forEach(extra -> settings.put(extra, "false"));
    List.of(
            "replication.factor",
            "heartbeats.topic.replication.factor",
            "config.storage.replication.factor",
            "offset.storage.replication.factor",
            "status.storage.replication.factor")
        .forEach(factor -> settings.put(factor, Integer.toString(replicas)));
    List.of("offset", "config", "status")
        .forEach(kept -> settings.put(kept + ".storage.topic", AccessRules.BRIDGE_PREFIX + kept));
    settings.put(
        "plugin.discovery", "service_load"); // and not the whole class path, class by class
    settings.put("tasks.max", "2");
    settings.put("dedicated.mode.enable.internal.rest", "false");
    // What is not written down as carried over is carried over again; a minute of it is much.
    settings.put("offset.flush.interval.ms", "5000");
    addBank(settings, one);
    addBank(settings, other);
    addFlow(settings, one, other);
    addFlow(settings, other, one);
    return settings;
  }

  private static void addBank(Map<String, String> settings, Bank bank) {
    // And not the whole class path, class by class.
    settings.put(bank.name() + ".plugin.discovery", "service_load");
    settings.put(bank.name() + ".group.id", AccessRules.BRIDGE_PREFIX + bank.name());
    bank.client().forEach((name, value) -> settings.put(bank.name() + '.' + name, value));
  }

  private static void addFlow(Map<String, String> settings, Bank from, Bank to) {
    String flow = from.name() + "->" + to.name();
    settings.put(flow + ".enabled", "true");
    settings.put(
        flow + ".topics",
        from.topicsTo(to).stream()
            .map(topic -> topic.replace(".", "\\."))
            .collect(Collectors.joining(",")));
  }

  private static Bank bank(String name, Properties file) {
    String prefix = name + '.';
    Map<String, String> client = new HashMap<>(login(file));
    file.stringPropertyNames().stream()
        .filter(key -> key.startsWith(prefix) && !key.equals(prefix + "countries"))
        .forEach(key -> client.put(key.substring(prefix.length()), file.getProperty(key)));
    return new Bank(
        name,
        list(file.getProperty(prefix + "countries", "")).stream().map(CountryCode::of).toList(),
        client);
  }

  /** What each of the two can override. */
  private static Map<String, String> login(Properties file) {
    String keys = file.getProperty("keys");
    if (keys == null) {
      return Map.of();
    }
    Map<String, String> login = new HashMap<>();
    new BrokerAccess(NOWHERE, new BrokerPasswords(Path.of(keys)), null)
        .as(BrokerPrincipal.BRIDGE)
        .forEach((name, value) -> login.put(name, text(value)));
    login.remove(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG);
    return login;
  }

  private static String text(Object value) {
    return value instanceof Class<?> type ? type.getName() : value.toString();
  }

  private static List<String> list(String joined) {
    return Arrays.stream(joined.split(Pattern.quote(",")))
        .map(String::strip)
        .filter(one -> !one.isEmpty())
        .toList();
  }
}
