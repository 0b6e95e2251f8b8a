package eu.digitalnorth.messaging.setup;

import static org.apache.kafka.common.acl.AclOperation.CREATE;
import static org.apache.kafka.common.acl.AclOperation.DELETE;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE_CONFIGS;
import static org.apache.kafka.common.acl.AclOperation.READ;
import static org.apache.kafka.common.acl.AclOperation.WRITE;
import static org.apache.kafka.common.resource.PatternType.LITERAL;
import static org.apache.kafka.common.resource.PatternType.PREFIXED;
import static org.apache.kafka.common.resource.ResourceType.GROUP;
import static org.apache.kafka.common.resource.ResourceType.TOPIC;
import static org.apache.kafka.common.resource.ResourceType.TRANSACTIONAL_ID;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.messaging.topic.Crossing;
import eu.digitalnorth.messaging.topic.Service;
import eu.digitalnorth.messaging.topic.Topic;
import eu.digitalnorth.messaging.topic.TopicCatalogue;
import eu.digitalnorth.trust.broker.BrokerPrincipal;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/**
 * Who may do what on the broker, as the catalogue has it. What no rule allows is forbidden; who may
 * read or write a topic may see that it is there.
 */
public final class AccessRules {
  /** Under it, {@code replay} has topics of its own. */
  public static final String REPLAY_PREFIX = "replay.";

  /** Names of its transactions begin with it. */
  public static final String REDRIVE_PREFIX = "redrive.";

  /** Under it, the bridge has topics of its own: what it has carried over, and how it is set. */
  public static final String BRIDGE_PREFIX = "bridge.";

  private static final String ANY_HOST = "*";

  private AccessRules() {}

  /**
   * What a country's services may.
   *
   * @param participants all countries, itself among them
   */
  public static Set<AclBinding> ofCountry(
      CountryCode country, Collection<CountryCode> participants) {
    Set<AclBinding> rules = new LinkedHashSet<>();
    BrokerPrincipal principal = BrokerPrincipal.of(country);
    for (Topic<?> topic : TopicCatalogue.all()) {
      for (CountryCode owner : participants) {
        operations(topic, owner.equals(country))
            .map(operation -> allow(principal, operation, TOPIC, LITERAL, topic.nameFor(owner)))
            .forEach(rules::add);
      }
      for (Service reader : topic.readers()) {
        String deadLetters = TopicCatalogue.deadLetters(country, reader, topic);
        rules.add(allow(principal, WRITE, TOPIC, LITERAL, deadLetters));
      }
    }
    rules.add(allow(principal, READ, GROUP, PREFIXED, country.lower() + '.'));
    return rules;
  }

  /** Reads all that countries own, dead letters included. */
  static Set<AclBinding> ofTester(Collection<CountryCode> participants) {
    Set<AclBinding> rules = new LinkedHashSet<>();
    Stream.concat(participants.stream().map(c -> c.lower() + '.'), Stream.of(REPLAY_PREFIX))
        .map(prefix -> allow(BrokerPrincipal.TESTER, READ, TOPIC, PREFIXED, prefix))
        .forEach(rules::add);
    rules.add(groupsOf(BrokerPrincipal.TESTER));
    return rules;
  }

  /**
   * Does as it likes with topics of its own.
   *
   * @param readable what else it may read
   */
  static Set<AclBinding> ofReplay(Collection<String> readable) {
    Set<AclBinding> rules = new LinkedHashSet<>();
    Stream.of(CREATE, WRITE, READ, DELETE)
        .map(operation -> allow(BrokerPrincipal.REPLAY, operation, TOPIC, PREFIXED, REPLAY_PREFIX))
        .forEach(rules::add);
    readable.stream()
        .map(topic -> allow(BrokerPrincipal.REPLAY, READ, TOPIC, LITERAL, topic))
        .forEach(rules::add);
    rules.add(groupsOf(BrokerPrincipal.REPLAY));
    return rules;
  }

  /**
   * Reads the dead letters of countries, and writes them back to where they came from. State, which
   * is compacted, it cannot write: an old value would replace the one that holds.
   */
  static Set<AclBinding> ofRedrive(Collection<CountryCode> countries) {
    Set<AclBinding> rules = new LinkedHashSet<>();
    BrokerPrincipal redrive = BrokerPrincipal.REDRIVE;
    for (CountryCode country : countries) {
      rules.add(allow(redrive, READ, TOPIC, PREFIXED, country.lower() + ".dlt."));
      rules.add(allow(redrive, WRITE, TOPIC, LITERAL, TopicCatalogue.parkedLetters(country)));
      for (Topic<?> topic : TopicCatalogue.all()) {
        if (!topic.compacted()) {
          Stream.of(READ, WRITE)
              .map(operation -> allow(redrive, operation, TOPIC, LITERAL, topic.nameFor(country)))
              .forEach(rules::add);
        }
      }
    }
    rules.add(allow(redrive, WRITE, TRANSACTIONAL_ID, PREFIXED, REDRIVE_PREFIX));
    return rules;
  }

  /**
   * Reads what is carried away from this cluster, and writes what is carried to it.
   *
   * @param here the countries that come to this cluster
   * @param beyond those that come to the other
   */
  static Set<AclBinding> ofBridge(Collection<CountryCode> here, Collection<CountryCode> beyond) {
    BrokerPrincipal bridge = BrokerPrincipal.BRIDGE;
    Set<AclBinding> rules = new LinkedHashSet<>();
    new Crossing(here, beyond)
        .topics().stream()
            .map(topic -> allow(bridge, READ, TOPIC, LITERAL, topic))
            .forEach(rules::add);
    new Crossing(beyond, here)
        .topics().stream()
            .map(topic -> allow(bridge, WRITE, TOPIC, LITERAL, topic))
            .forEach(rules::add);
    Stream.of(CREATE, WRITE, READ, DESCRIBE_CONFIGS)
        .map(operation -> allow(bridge, operation, TOPIC, PREFIXED, BRIDGE_PREFIX))
        .forEach(rules::add);
    rules.add(groupsOf(bridge));
    return rules;
  }

  /** As the broker names it. */
  static String kafkaName(BrokerPrincipal principal) {
    return "User:" + principal.name();
  }

  private static Stream<AclOperation> operations(Topic<?> topic, boolean own) {
    return switch (topic.access()) {
      case INBOX -> own ? Stream.of(READ, WRITE) : Stream.of(WRITE);
      case NATIONAL -> own ? Stream.of(READ, WRITE) : Stream.of();
      case BROADCAST -> own ? Stream.of(READ, WRITE) : Stream.of(READ);
    };
  }

  private static AclBinding groupsOf(BrokerPrincipal principal) {
    return allow(principal, READ, GROUP, PREFIXED, principal.name() + '.');
  }

  private static AclBinding allow(
      BrokerPrincipal principal,
      AclOperation operation,
      ResourceType type,
      PatternType pattern,
      String name) {
    return new AclBinding(
        new ResourcePattern(type, name, pattern),
        new AccessControlEntry(kafkaName(principal), ANY_HOST, operation, AclPermissionType.ALLOW));
  }
}
