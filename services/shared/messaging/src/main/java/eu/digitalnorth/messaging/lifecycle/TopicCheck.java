package eu.digitalnorth.messaging.lifecycle;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.messaging.kafka.KafkaClients;
import java.util.Collection;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * Sees to it that the topics that a country reads are there, and that it may read them: nothing
 * creates them by reading.
 */
final class TopicCheck {
  private final KafkaClients clients;

  TopicCheck(KafkaClients clients) {
    this.clients = clients;
  }

  /**
   * @throws KafkaException if one is missing or forbidden, or the broker does not answer
   */
  void check(CountryCode country, Collection<String> needed) {
    TreeSet<String> missing = new TreeSet<>();
    try (Admin admin = clients.admin(country)) {
      Map<String, KafkaFuture<TopicDescription>> topics =
          admin.describeTopics(needed).topicNameValues();
      for (Map.Entry<String, KafkaFuture<TopicDescription>> topic : topics.entrySet()) {
        if (!isThere(topic.getValue())) {
          missing.add(topic.getKey());
        }
      }
    }
    if (!missing.isEmpty()) {
      throw new KafkaException("Create these topics before the services start: " + missing);
    }
  }

  private static boolean isThere(KafkaFuture<TopicDescription> topic) {
    try {
      topic.get();
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KafkaException("Interrupted", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof UnknownTopicOrPartitionException) {
        return false;
      }
      throw new KafkaException("The broker does not describe its topics", e.getCause());
    }
  }
}
