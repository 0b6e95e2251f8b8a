package eu.digitalnorth.replay.sandbox;

import eu.digitalnorth.messaging.setup.PrincipalSetup;
import eu.digitalnorth.messaging.setup.SchemaRegistration;
import eu.digitalnorth.messaging.setup.SchemaRegistryClients;
import eu.digitalnorth.replay.Failure;
import eu.digitalnorth.replay.ReplayException;
import eu.digitalnorth.replay.bundle.Bundle;
import eu.digitalnorth.replay.bundle.RecordedPartition;
import eu.digitalnorth.replay.cluster.KafkaFailures;
import eu.digitalnorth.replay.cluster.Registry;
import eu.digitalnorth.replay.run.SchemaIds;
import eu.digitalnorth.replay.run.SchemaPlan;
import eu.digitalnorth.replay.run.TargetTopic;
import eu.digitalnorth.trust.broker.BrokerPasswords;
import eu.digitalnorth.trust.broker.BrokerPrincipal;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** What must be there before the service starts: principals, topics, schemas. */
record Preparation(Bundle bundle, Role role, SandboxServers servers) {
  private static final int LONGEST_RECORD = 4 * 1024 * 1024;

  /** Nothing in the topics is ever deleted or compacted away: old timestamps would be at once. */
  private static final Map<String, String> LASTING =
      Map.of(
          "cleanup.policy",
          "delete",
          "retention.ms",
          "-1",
          "max.message.bytes",
          Integer.toString(LONGEST_RECORD));

  /** Settings of a producer that may write whatever may be in them. */
  static Map<String, Object> producerSettings() {
    return Map.of("max.request.size", LONGEST_RECORD);
  }

  /**
   * @return the ids that recorded schemas have here
   */
  SchemaIds prepare(Admin admin) {
    BrokerPasswords passwords = new BrokerPasswords(servers.keys());
    passwords.createMissing(role.participants().stream().map(BrokerPrincipal::of).toList());
    new PrincipalSetup(admin, passwords).admit(role.participants());
    createTopics(admin);
    String url = servers.schemaRegistryUrl();
    new SchemaRegistration(SchemaRegistryClients.create(URI.create(url)))
        .register(role.participants());
    return SchemaIds.register(
        new SchemaPlan(bundle.manifest()).of(fedTopics()), bundle, Registry.at(url));
  }

  /** What the service is given of the recording. */
  List<RecordedPartition> fed() {
    List<String> topics = role.fed();
    return bundle.manifest().partitions().stream().filter(p -> topics.contains(p.topic())).toList();
  }

  private void createTopics(Admin admin) {
    List<NewTopic> topics = new ArrayList<>();
    role.topics()
        .forEach(
            (name, partitions) -> {
              int recorded = bundle.manifest().partitionsOf(name);
              topics.add(
                  new NewTopic(name, recorded == 0 ? partitions : recorded, (short) 1)
                      .configs(LASTING));
            });
    try {
      admin.createTopics(topics).all().get();
    } catch (ExecutionException e) {
      throw KafkaFailures.explained(e, servers.administrationServers());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ReplayException(Failure.BROKER, "Interrupted.", e);
    }
  }

  private List<TargetTopic> fedTopics() {
    return fed().stream()
        .collect(Collectors.groupingBy(RecordedPartition::topic))
        .entrySet()
        .stream()
        .map(
            topic ->
                new TargetTopic(
                    topic.getKey(),
                    topic.getKey(),
                    topic.getValue().size(),
                    true,
                    topic.getValue()))
        .toList();
  }
}
