package eu.digitalnorth.replay.cluster;

import eu.digitalnorth.replay.Failure;
import eu.digitalnorth.replay.ReplayException;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** What Kafka's clients throw, in words and with an exit code. */
public final class KafkaFailures {
  private KafkaFailures() {}

  /**
   * @param servers where brokers were looked for
   */
  public static ReplayException explained(Throwable thrown, String servers) {
    Throwable e = root(thrown);
    return switch (e) {
      case ReplayException known -> known;
      case AuthenticationException refused ->
          failure(
              Failure.REFUSED,
              "The broker at %s does not let us in: %s".formatted(servers, line(refused)),
              thrown);
      case AuthorizationException refused ->
          failure(
              Failure.REFUSED, "The broker does not allow it: %s".formatted(line(refused)), thrown);
      case ProducerFencedException fenced ->
          failure(Failure.REFUSED, "Somebody else does the same since: stopped.", thrown);
      case ConfigException config ->
          failure(Failure.USAGE, "The connection is not right: " + line(config), thrown);
      case OffsetOutOfRangeException gone ->
          failure(
              Failure.TOPIC,
              "The broker has no records any more that were to be recorded: "
                  + gone.offsetOutOfRangePartitions(),
              thrown);
      case UnknownTopicOrPartitionException unknown ->
          failure(Failure.TOPIC, "There is no such topic: " + line(unknown), thrown);
      case TopicExistsException exists -> failure(Failure.TOPIC, line(exists), thrown);
      case RecordTooLargeException large ->
          failure(Failure.TOPIC, "The broker takes no record as long: " + line(large), thrown);
      case TimeoutException timeout ->
          failure(
              Failure.BROKER,
              "No broker answers at %s: %s".formatted(servers, line(timeout)),
              thrown);
      default -> failure(Failure.BROKER, "Kafka at %s: %s".formatted(servers, line(e)), thrown);
    };
  }

  /** "Failed to construct kafka consumer" says nothing that its cause does not say better. */
  private static Throwable root(Throwable thrown) {
    Throwable e = thrown;
    while (e.getCause() != null
        && (e.getClass() == KafkaException.class || e instanceof ExecutionException)) {
      e = e.getCause();
    }
    return e;
  }

  private static String line(Throwable e) {
    String message = e.getMessage();
    return message == null ? e.getClass().getSimpleName() : message.lines().findFirst().orElse("");
  }

  private static ReplayException failure(Failure failure, String message, Throwable cause) {
    return new ReplayException(failure, message, cause);
  }
}
