package eu.digitalnorth.servers;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/**
 * The broker's settings: one node that is broker and controller, for some hundred small partitions.
 */
public final class KafkaProperties {
  private KafkaProperties() {}

  /**
   * As a file, which has passwords in it.
   *
   * @param logDirectory where the broker keeps its data
   */
  public static String text(Path logDirectory, KafkaListeners listeners, KafkaSecurity security) {
    Properties properties = new Properties();
    properties.setProperty("process.roles", "broker,controller");
    properties.setProperty("node.id", "1");
    properties.setProperty("log.dirs", logDirectory.toString());
    properties.putAll(listeners.properties(security));
    properties.putAll(alone());
    properties.putAll(small());
    StringWriter text = new StringWriter();
    try {
      properties.store(text, null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /** For a broker that has no other beside it. */
  private static Map<String, String> alone() {
    return Map.ofEntries(
        Map.entry("auto.create.topics.enable", "false"),
        Map.entry("default.replication.factor", "1"),
        Map.entry("min.insync.replicas", "1"),
        Map.entry("offsets.topic.replication.factor", "1"),
        Map.entry("offsets.topic.num.partitions", "10"),
        Map.entry("transaction.state.log.replication.factor", "1"),
        Map.entry("transaction.state.log.min.isr", "1"),
        Map.entry("transaction.state.log.num.partitions", "1"),
        Map.entry("share.coordinator.state.topic.replication.factor", "1"),
        Map.entry("share.coordinator.state.topic.min.isr", "1"),
        Map.entry("share.coordinator.state.topic.num.partitions", "1"),
        // Each service is one consumer per group: there is nobody to wait for.
        Map.entry("group.initial.rebalance.delay.ms", "0"));
  }

  /** For some hundred partitions of small records in a heap of 288 MB. */
  private static Map<String, String> small() {
    return Map.of(
        "num.network.threads", "2",
        "listener.name.controller.num.network.threads", "1",
        "num.io.threads", "4",
        "background.threads", "2",
        "num.recovery.threads.per.data.dir", "2",
        // An index has 8 bytes per 4 KB of log: 256 KB suffice for 64 MB with room to spare.
        "log.segment.bytes", "67108864",
        "log.index.size.max.bytes", "262144",
        // 24 bytes per key: 600,000 keys of a compacted topic. The default takes half the heap.
        "log.cleaner.dedupe.buffer.size", "16777216");
  }
}
