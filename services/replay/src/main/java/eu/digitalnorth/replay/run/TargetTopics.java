package eu.digitalnorth.replay.run;

import eu.digitalnorth.replay.Failure;
import eu.digitalnorth.replay.ReplayException;
import eu.digitalnorth.replay.bundle.Manifest;
import eu.digitalnorth.replay.bundle.RecordedPartition;
import eu.digitalnorth.replay.cluster.Connection;
import eu.digitalnorth.replay.cluster.KafkaFailures;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/** The topics on the target, as they are and as they are to be. */
final class TargetTopics {
  /** Kafka's default for {@code max.message.bytes}. */
  private static final int USUAL_LONGEST = 1_048_588;

  /** For the batch around a record, and headers that a replay adds. */
  private static final int OVERHEAD = 64 * 1024;

  private final Connection connection;

  TargetTopics(Connection connection) {
    this.connection = connection;
  }

  /**
   * @throws ReplayException if the mapping cannot be meant, or partitions cannot be kept
   */
  List<TargetTopic> plan(Manifest manifest, RunSettings settings) {
    Map<String, List<RecordedPartition>> recorded = new LinkedHashMap<>();
    for (RecordedPartition partition : manifest.partitions()) {
      if (partition.file() != null && settings.selection().hasTopic(partition.topic())) {
        recorded.computeIfAbsent(partition.topic(), t -> new ArrayList<>()).add(partition);
      }
    }
    Map<String, Integer> present = present();
    List<TargetTopic> topics = new ArrayList<>();
    recorded.forEach(
        (source, contents) -> {
          String name = settings.mapping().target(source);
          Integer partitions = present.get(name);
          topics.add(
              new TargetTopic(
                  source,
                  name,
                  partitions == null ? manifest.partitionsOf(source) : partitions,
                  partitions != null,
                  contents));
        });
    refuseNonsense(manifest, settings, topics);
    return topics;
  }

  private static void refuseNonsense(
      Manifest manifest, RunSettings settings, List<TargetTopic> topics) {
    Set<String> names = new HashSet<>();
    for (TargetTopic topic : topics) {
      if (!names.add(topic.name())) {
        throw new ReplayException(
            Failure.USAGE, "Two recorded topics would go to %s.".formatted(topic.name()));
      }
      int recorded = manifest.partitionsOf(topic.source());
      if (settings.form().keepsPartition() && topic.partitions() < recorded) {
        throw new ReplayException(
            Failure.USAGE,
            "%s has %d partitions, and %s had %d: partitions cannot be kept (--partitions by-key)."
                .formatted(topic.name(), topic.partitions(), topic.source(), recorded));
      }
    }
    settings.selection().topics().stream()
        .filter(wanted -> topics.stream().noneMatch(t -> t.source().equals(wanted)))
        .findFirst()
        .ifPresent(
            wanted -> {
              throw new ReplayException(
                  Failure.TOPIC, "The recording has no records of %s.".formatted(wanted));
            });
  }

  private Map<String, Integer> present() {
    try (Admin admin = connection.admin()) {
      Map<String, Integer> partitions = new HashMap<>();
      Set<String> names = answer(admin.listTopics().names());
      answer(admin.describeTopics(names).allTopicNames())
          .forEach((name, topic) -> partitions.put(name, topic.partitions().size()));
      return partitions;
    }
  }

  /** Nothing in them is ever deleted or compacted away: old timestamps would be at once. */
  void createMissing(List<TargetTopic> topics) {
    List<NewTopic> missing =
        topics.stream()
            .filter(topic -> !topic.exists())
            .map(
                topic ->
                    new NewTopic(
                            topic.name(), Optional.of(topic.partitions()), Optional.<Short>empty())
                        .configs(configuration(topic)))
            .collect(Collectors.toList());
    if (!missing.isEmpty()) {
      try (Admin admin = connection.admin()) {
        admin.createTopics(missing).values().forEach(this::awaitCreated);
        awaitServed(missing, admin);
      }
    }
  }

  /**
   * Returns when brokers answer for each partition. Until then they refuse what is written; and if
   * of two batches under way only the first was refused, the second would be taken, and the first
   * never more, since it is out of sequence.
   */
  private void awaitServed(List<NewTopic> topics, Admin admin) {
    Map<TopicPartition, OffsetSpec> partitions = new HashMap<>();
    for (NewTopic topic : topics) {
      for (int partition = 0; partition < topic.numPartitions(); partition++) {
        partitions.put(new TopicPartition(topic.name(), partition), OffsetSpec.latest());
      }
    }
    answer(admin.listOffsets(partitions).all());
  }

  /** A topic that is there, and that we may not see, cannot be told from one that is not. */
  private void awaitCreated(String topic, KafkaFuture<Void> created) {
    try {
      answer(created);
    } catch (ReplayException e) {
      throw new ReplayException(
          e.failure(),
          "%s is not there for us to see, and cannot be created. %s"
              .formatted(topic, e.getMessage()),
          e);
    }
  }

  private static Map<String, String> configuration(TargetTopic topic) {
    Map<String, String> configuration = new HashMap<>();
    configuration.put("cleanup.policy", "delete");
    configuration.put("retention.ms", "-1");
    configuration.put("message.timestamp.type", "CreateTime");
    int longest = topic.longestRecord() + OVERHEAD;
    if (longest > USUAL_LONGEST) {
      configuration.put("max.message.bytes", Integer.toString(longest));
    }
    return configuration;
  }

  private <T> T answer(KafkaFuture<T> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw KafkaFailures.explained(e, connection.servers());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ReplayException(Failure.BROKER, "Interrupted.", e);
    }
  }
}
