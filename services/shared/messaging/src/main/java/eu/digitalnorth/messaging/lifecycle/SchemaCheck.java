package eu.digitalnorth.messaging.lifecycle;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.messaging.ExchangeProperties;
import eu.digitalnorth.messaging.topic.Topic;
import eu.digitalnorth.messaging.topic.TopicCatalogue;
import eu.digitalnorth.schemas.SchemaHash;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.avro.Schema;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees to it that the registry has exactly the schemas of this build: it is asked for the id of
 * each and then for the schema of that id, since some registries match loosely.
 */
final class SchemaCheck {
  private static final Logger log = LoggerFactory.getLogger(SchemaCheck.class);

  private final ExchangeProperties properties;
  private final SchemaRegistryClient registry;

  SchemaCheck(ExchangeProperties properties, SchemaRegistryClient registry) {
    this.properties = properties;
    this.registry = registry;
  }

  /**
   * Checks as soon as the registry answers.
   *
   * @throws SchemaMismatchException if a schema is not registered, or not as it is here
   * @throws IllegalStateException if the registry does not answer in time
   */
  void await(Collection<CountryCode> served) {
    long deadline = System.nanoTime() + properties.startTimeout().toNanos();
    while (true) {
      try {
        check(served);
        return;
      } catch (IOException e) {
        if (System.nanoTime() - deadline > 0) {
          throw new IllegalStateException(
              "No schema registry at "
                  + properties.schemaRegistry().url()
                  + " (exchange.schema-registry.url) within "
                  + properties.startTimeout(),
              e);
        }
        log.info("Waiting for the schema registry: url={}", properties.schemaRegistry().url());
        pause();
      }
    }
  }

  /**
   * @param served countries whose topics this process reads and writes; a requester may write to
   *     any participant's inbox, but the schema of a message is the same for all
   * @throws SchemaMismatchException if a schema is not registered, or not as it is here
   * @throws IOException if the registry does not answer
   */
  void check(Collection<CountryCode> served) throws IOException {
    for (Topic<?> topic : used()) {
      for (CountryCode country : served) {
        check(topic, topic.nameFor(country) + "-value");
      }
    }
  }

  private List<Topic<?>> used() {
    return TopicCatalogue.all().stream()
        .filter(
            t ->
                t.readers().contains(properties.service())
                    || t.writers().contains(properties.service()))
        .toList();
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(500);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while waiting for the schema registry", e);
    }
  }

  private void check(Topic<?> topic, String subject) throws IOException {
    try {
      int id = registry.getId(subject, new AvroSchema(topic.schema()));
      Schema registered = (Schema) registry.getSchemaBySubjectAndId(subject, id).rawSchema();
      if (!SchemaHash.of(registered).equals(SchemaHash.of(topic.schema()))) {
        throw new SchemaMismatchException(
            "The registry's schema " + id + " of " + subject + " is not the one of this build");
      }
    } catch (RestClientException e) {
      if (e.getStatus() >= 500) {
        throw new IOException("The schema registry answers " + e.getStatus(), e);
      }
      throw new SchemaMismatchException(
          subject
              + " has no schema of this build: register the schemas before the services start ("
              + e.getMessage()
              + ")");
    }
  }
}
