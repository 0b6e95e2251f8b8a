package eu.digitalnorth.replay.letters;

import eu.digitalnorth.messaging.setup.AccessRules;
import eu.digitalnorth.messaging.topic.TopicCatalogue;
import eu.digitalnorth.replay.cluster.Connection;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;

/**
 * Sends dead letters again to where they came from, as they were first sent, and parks those that
 * had come back. Each of a topic's letters is dealt with in a transaction of a name of its own: the
 * broker has ended what an earlier process left open, and hears nothing more of it, before it is
 * looked what has been done. So a kill at whatever moment, or two people at once, do nothing twice.
 */
public final class Redrive {
  private static final int MIB = 1024 * 1024;

  private final Connection connection;
  private final RedriveSettings settings;
  private final BooleanSupplier stop;
  private final BiConsumer<DeadLetter, LetterState> witness;
  private long redriven;
  private long parked;
  private long before;
  private long stuck;
  private long left;

  /**
   * @param stop is asked before each letter
   * @param witness is told of each letter that was sent or parked, after it is certain
   */
  public Redrive(
      Connection connection,
      RedriveSettings settings,
      BooleanSupplier stop,
      BiConsumer<DeadLetter, LetterState> witness) {
    this.connection = connection;
    this.settings = settings;
    this.stop = stop;
    this.witness = witness;
  }

  /**
   * Does it once.
   *
   * @throws eu.digitalnorth.replay.ReplayException if a letter that was named is not there, or the
   *     broker does not allow it
   */
  public RedriveReport execute() {
    try (Letters letters = new Letters(connection, settings.filter())) {
      for (LetterTopic topic : letters.topics()) {
        if (settings.dryRun()) {
          letters
              .past(topic)
              .ifPresent(past -> goThrough(topic, letters, past, Batch.pretended(witness)));
        } else if (letters.has(topic)) {
          redrive(topic, letters);
        }
      }
      if (!stop.getAsBoolean()) {
        letters.refuseMissing();
      }
    }
    return new RedriveReport(redriven, parked, before, stuck, left, !stop.getAsBoolean());
  }

  private void redrive(LetterTopic topic, Letters letters) {
    try (Producer<byte[], byte[]> producer = connection.producer(tuning(topic))) {
      connection.attempt(
          () -> {
            producer.initTransactions();
            Optional<Past> past = letters.past(topic); // now that nobody else changes it
            past.ifPresent(p -> goThrough(topic, letters, p, Batch.of(producer, witness)));
            return topic;
          });
    }
  }

  private void goThrough(LetterTopic topic, Letters letters, Past past, Batch batch) {
    letters.read(
        topic,
        past,
        (letter, state) -> {
          decide(letter, state, batch);
          return !stop.getAsBoolean();
        });
    batch.commit();
  }

  private void decide(DeadLetter letter, LetterState state, Batch batch) {
    if (state == LetterState.STUCK) {
      stuck++;
    } else if (!state.isOpen()) {
      before++;
    } else if (redriven + parked >= settings.cap()) {
      left++;
    } else if (letter.attempts() >= settings.attempts()) {
      batch.park(letter);
      parked++;
    } else {
      batch.redrive(letter);
      redriven++;
    }
  }

  /** An open transaction holds up who reads the topic: it is short, also if we are killed. */
  private static Map<String, Object> tuning(LetterTopic topic) {
    return Map.of(
        ProducerConfig.TRANSACTIONAL_ID_CONFIG, AccessRules.REDRIVE_PREFIX + topic.name(),
        ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, 10_000,
        ProducerConfig.MAX_BLOCK_MS_CONFIG, 15_000,
        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 20_000,
        ProducerConfig.MAX_REQUEST_SIZE_CONFIG, TopicCatalogue.LONGEST_DEAD_LETTER + MIB);
  }
}
