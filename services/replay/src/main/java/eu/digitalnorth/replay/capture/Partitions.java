package eu.digitalnorth.replay.capture;

import eu.digitalnorth.messaging.setup.AccessRules;
import eu.digitalnorth.replay.Failure;
import eu.digitalnorth.replay.ReplayException;
import eu.digitalnorth.replay.bundle.RecordedPartition;
import eu.digitalnorth.replay.bundle.RecordedTopic;
import eu.digitalnorth.replay.bundle.Selection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Finds what a selection means on a cluster: its topics, and from where to where. */
final class Partitions {
  private final Consumer<?, ?> consumer;
  private final Map<String, List<PartitionInfo>> visible;

  Partitions(Consumer<?, ?> consumer) {
    this.consumer = consumer;
    this.visible = consumer.listTopics();
  }

  /**
   * Topics by name or pattern; without either, all that are neither Kafka's own nor copies, which a
   * comparison would take for the records that they were made of.
   *
   * @throws ReplayException if one that is named cannot be seen, or none matches
   */
  List<RecordedTopic> topics(Selection selection) {
    for (String name : selection.topics()) {
      if (!visible.containsKey(name)) {
        throw new ReplayException(Failure.TOPIC, unknown(name));
      }
    }
    Pattern pattern = pattern(selection);
    List<RecordedTopic> topics =
        visible.entrySet().stream()
            .filter(topic -> isWanted(topic.getKey(), selection, pattern))
            .map(topic -> new RecordedTopic(topic.getKey(), topic.getValue().size()))
            .sorted(Comparator.comparing(RecordedTopic::name))
            .toList();
    if (topics.isEmpty()) {
      throw new ReplayException(
          Failure.TOPIC,
          pattern == null
              ? "There is no topic that we may see, but for copies: --topics 'replay[.].*'"
              : "No topic matches %s.".formatted(pattern));
    }
    return topics;
  }

  private static boolean isWanted(String topic, Selection selection, @Nullable Pattern pattern) {
    if (pattern == null && selection.topics().isEmpty()) {
      return !topic.startsWith("_") && !topic.startsWith(AccessRules.REPLAY_PREFIX);
    }
    return selection.topics().contains(topic)
        || (pattern != null && pattern.matcher(topic).matches());
  }

  private static @Nullable Pattern pattern(Selection selection) {
    String pattern = selection.topicPattern();
    try {
      return pattern == null ? null : Pattern.compile(pattern);
    } catch (PatternSyntaxException e) {
      throw new ReplayException(
          Failure.USAGE, "%s is no regular expression.".formatted(pattern), e);
    }
  }

  private String unknown(String name) {
    String last = name.substring(name.lastIndexOf('.', Math.max(0, name.length() - 4)) + 1);
    List<String> similar =
        visible.keySet().stream().filter(topic -> topic.contains(last)).sorted().limit(3).toList();
    return "There is no topic %s that we may see.%s"
        .formatted(name, similar.isEmpty() ? "" : " Meant " + String.join(", ", similar) + "?");
  }

  /**
   * @param to null for a recording without an end
   */
  List<RecordedPartition> ranges(List<RecordedTopic> topics, Position from, @Nullable Position to) {
    List<TopicPartition> partitions =
        topics.stream()
            .flatMap(
                topic ->
                    visible.getOrDefault(topic.name(), List.of()).stream()
                        .map(info -> new TopicPartition(topic.name(), info.partition()))
                        .sorted(Comparator.comparingInt(TopicPartition::partition)))
            .toList();
    Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(partitions);
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    Map<TopicPartition, Long> first = offsets(partitions, from, beginnings, ends);
    Map<TopicPartition, Long> last =
        to == null ? Map.of() : offsets(partitions, to, beginnings, ends);
    List<RecordedPartition> ranges = new ArrayList<>();
    for (TopicPartition partition : partitions) {
      long begin = Objects.requireNonNull(first.get(partition));
      Long end = to == null ? null : Math.max(begin, Objects.requireNonNull(last.get(partition)));
      ranges.add(
          new RecordedPartition(partition.topic(), partition.partition(), begin, end, begin, null));
    }
    return ranges;
  }

  private Map<TopicPartition, Long> offsets(
      List<TopicPartition> partitions,
      Position position,
      Map<TopicPartition, Long> beginnings,
      Map<TopicPartition, Long> ends) {
    return switch (position) {
      case Position.Beginning beginning -> beginnings;
      case Position.End end -> ends;
      case Position.Offset(long offset) -> {
        Map<TopicPartition, Long> offsets = new HashMap<>();
        partitions.forEach(p -> offsets.put(p, Math.clamp(offset, of(beginnings, p), of(ends, p))));
        yield offsets;
      }
      case Position.Time(var instant) -> {
        Map<TopicPartition, Long> times = new HashMap<>();
        partitions.forEach(p -> times.put(p, instant.toEpochMilli()));
        Map<TopicPartition, @Nullable OffsetAndTimestamp> found = consumer.offsetsForTimes(times);
        Map<TopicPartition, Long> offsets = new HashMap<>();
        for (TopicPartition p : partitions) {
          OffsetAndTimestamp at = found.get(p);
          offsets.put(p, at == null ? of(ends, p) : Math.min(at.offset(), of(ends, p)));
        }
        yield offsets;
      }
    };
  }

  private static long of(Map<TopicPartition, Long> offsets, TopicPartition partition) {
    return Objects.requireNonNull(offsets.get(partition));
  }
}
