package eu.digitalnorth.replay.letters;

import eu.digitalnorth.replay.Failure;
import eu.digitalnorth.replay.ReplayException;
import eu.digitalnorth.replay.cluster.Connection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;

/** The dead letters of a cluster, and what has become of each. What is in memory is one poll. */
public final class Letters implements AutoCloseable {
  private final TopicReader reader;
  private final LetterFilter filter;
  private final Set<LetterId> found = new HashSet<>();

  /**
   * @throws ReplayException if there is no broker, or it does not let us in
   */
  public Letters(Connection connection, LetterFilter filter) {
    this.reader = new TopicReader(connection);
    this.filter = filter;
  }

  /**
   * Goes through them topic by topic, in each partition in its order.
   *
   * @param each answers whether it wants more
   * @throws ReplayException if one that was named is not there, or there is no topic of any
   */
  public void forEach(BiPredicate<DeadLetter, LetterState> each) {
    for (LetterTopic topic : topics()) {
      Optional<Past> past = past(topic);
      if (past.isPresent() && !read(topic, past.get(), each)) {
        return;
      }
    }
    refuseMissing();
  }

  /** Topics that have letters, as far as they are wanted. */
  List<LetterTopic> topics() {
    Map<LetterTopic, List<TopicPartition>> visible = new HashMap<>();
    reader
        .topics()
        .forEach(
            (name, partitions) -> LetterTopic.of(name).ifPresent(t -> visible.put(t, partitions)));
    if (visible.isEmpty()) {
      throw new ReplayException(Failure.TOPIC, "There are no dead-letter topics that we may see.");
    }
    visible.keySet().removeIf(topic -> !filter.wants(topic));
    Set<String> filled =
        reader.filled(visible.values().stream().flatMap(List::stream).collect(Collectors.toSet()));
    List<LetterTopic> topics = new ArrayList<>(visible.keySet());
    topics.removeIf(topic -> !filled.contains(topic.name()));
    topics.sort(Comparator.comparing(LetterTopic::name));
    return topics;
  }

  /** Whether a topic has any letter that is wanted. */
  boolean has(LetterTopic topic) {
    AtomicBoolean none = new AtomicBoolean(true);
    reader.read(
        topic.name(),
        raw -> {
          none.set(!filter.wants(new DeadLetter(topic, raw)));
          return none.get();
        });
    return !none.get();
  }

  /** What was done with the wanted letters of a topic; empty if it has none that are wanted. */
  Optional<Past> past(LetterTopic topic) {
    Map<TopicPartition, Long> since = new HashMap<>();
    AtomicLong wanted = new AtomicLong();
    reader.read(
        topic.name(),
        raw -> {
          DeadLetter letter = new DeadLetter(topic, raw);
          if (filter.wants(letter)) {
            wanted.incrementAndGet();
            noteOrigin(letter, since);
          }
          return true;
        });
    return wanted.get() == 0 ? Optional.empty() : Optional.of(Past.of(topic, since, reader));
  }

  /** It was sent again after it had been there first. */
  private static void noteOrigin(DeadLetter letter, Map<TopicPartition, Long> since) {
    OptionalInt partition = letter.originPartition();
    OptionalLong offset = letter.originOffset();
    String origin = letter.topic().origin();
    if (origin != null && partition.isPresent() && offset.isPresent() && letter.hasOrigin()) {
      since.merge(
          new TopicPartition(origin, partition.getAsInt()), offset.getAsLong() + 1, Math::min);
    }
  }

  /**
   * @return whether there was anybody who wanted more at the end
   */
  boolean read(LetterTopic topic, Past past, BiPredicate<DeadLetter, LetterState> each) {
    AtomicBoolean more = new AtomicBoolean(true);
    reader.read(
        topic.name(),
        raw -> {
          DeadLetter letter = new DeadLetter(topic, raw);
          if (filter.wants(letter)) {
            if (!filter.ids().isEmpty()) {
              found.add(letter.id());
            }
            more.set(each.test(letter, past.stateOf(letter)));
          }
          return more.get();
        });
    return more.get();
  }

  /** To be asked when all have been gone through. */
  void refuseMissing() {
    filter.ids().stream()
        .filter(id -> !found.contains(id))
        .findFirst()
        .ifPresent(
            id -> {
              throw new ReplayException(
                  Failure.TOPIC, "There is no dead letter %s that we may see.".formatted(id));
            });
  }

  @Override
  public void close() {
    reader.close();
  }
}
