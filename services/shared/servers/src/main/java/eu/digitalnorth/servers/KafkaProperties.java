package eu.digitalnorth.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * The broker's settings: one node that is broker and controller, for some hundred small partitions.
 */
final class KafkaProperties {
  private KafkaProperties() {}

  static void write(Path file, Path logDirectory, KafkaListeners listeners) {
    Properties properties = new Properties();
    properties.putAll(listeners.properties());
    properties.setProperty("process.roles", "broker,controller");
    properties.setProperty("node.id", "1");
    properties.setProperty("log.dirs", logDirectory.toString());
    oneNode(properties);
    small(properties);
    try (Writer writer = Files.newBufferedWriter(file)) {
      properties.store(writer, null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void oneNode(Properties properties) {
    properties.setProperty("auto.create.topics.enable", "false");
    properties.setProperty("default.replication.factor", "1");
    properties.setProperty("min.insync.replicas", "1");
    properties.setProperty("offsets.topic.replication.factor", "1");
    properties.setProperty("offsets.topic.num.partitions", "10");
    properties.setProperty("transaction.state.log.replication.factor", "1");
    properties.setProperty("transaction.state.log.min.isr", "1");
    properties.setProperty("transaction.state.log.num.partitions", "1");
    properties.setProperty("share.coordinator.state.topic.replication.factor", "1");
    properties.setProperty("share.coordinator.state.topic.min.isr", "1");
    properties.setProperty("share.coordinator.state.topic.num.partitions", "1");
    // Each service is one consumer per group: there is nobody to wait for.
    properties.setProperty("group.initial.rebalance.delay.ms", "0");
  }

  private static void small(Properties properties) {
    properties.setProperty("num.network.threads", "2");
    properties.setProperty("num.io.threads", "4");
    properties.setProperty("background.threads", "2");
    properties.setProperty("num.recovery.threads.per.data.dir", "2");
    // An index entry of 8 bytes per 4 KB of log: 256 KB suffice for a segment of 64 MB with room to
    // spare.
    properties.setProperty("log.segment.bytes", "67108864");
    properties.setProperty("log.index.size.max.bytes", "262144");
    // 24 bytes per key: enough for 600,000 keys of a compacted topic. The default would take half
    // the heap.
    properties.setProperty("log.cleaner.dedupe.buffer.size", "16777216");
  }
}
