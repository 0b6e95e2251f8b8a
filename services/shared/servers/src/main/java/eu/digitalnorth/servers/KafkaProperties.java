package eu.digitalnorth.servers;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/** A broker's settings, for some hundred small partitions. */
public final class KafkaProperties {
  private KafkaProperties() {}

  /**
   * Of one node that is broker and controller, as a file, which has passwords in it.
   *
   * @param logDirectory where the broker keeps its data
   */
  public static String text(Path logDirectory, KafkaListeners listeners, KafkaSecurity security) {
    Map<String, String> properties = new HashMap<>(listeners.properties(security));
    properties.put("process.roles", "broker,controller");
    properties.put("node.id", "1");
    properties.put("log.dirs", logDirectory.toString());
    properties.putAll(replicated(1, 1));
    properties.putAll(small());
    return text(properties);
  }

  static String text(Map<String, String> values) {
    Properties properties = new Properties();
    properties.putAll(values);
    StringWriter text = new StringWriter();
    try {
      properties.store(text, null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /**
   * @param replicas of every record
   * @param atLeast so many have it before its writer is told so
   */
  static Map<String, String> replicated(int replicas, int atLeast) {
    String all = Integer.toString(replicas);
    String least = Integer.toString(atLeast);
    return Map.ofEntries(
        Map.entry("auto.create.topics.enable", "false"),
        Map.entry("default.replication.factor", all),
        Map.entry("min.insync.replicas", least),
        Map.entry("offsets.topic.replication.factor", all),
        Map.entry("offsets.topic.num.partitions", "10"),
        Map.entry("transaction.state.log.replication.factor", all),
        Map.entry("transaction.state.log.min.isr", least),
        Map.entry("transaction.state.log.num.partitions", "1"),
        Map.entry("share.coordinator.state.topic.replication.factor", all),
        Map.entry("share.coordinator.state.topic.min.isr", least),
        Map.entry("share.coordinator.state.topic.num.partitions", "1"),
        // Each service is one consumer per group as it starts: there is nobody to wait for.
        Map.entry("group.initial.rebalance.delay.ms", "0"));
  }

  /** For some hundred partitions of small records in a heap of 288 MB. */
  static Map<String, String> small() {
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
