package eu.digitalnorth.messaging.topic;

import java.util.Map;

/**
 * A topic as it is created.
 *
 * @param name full name
 * @param partitions number of partitions
 * @param configuration Kafka topic configuration
 */
public record TopicDeclaration(String name, int partitions, Map<String, String> configuration) {
  public TopicDeclaration {
    configuration = Map.copyOf(configuration);
  }
}
