package eu.digitalnorth.messaging.setup;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.messaging.topic.Topic;
import eu.digitalnorth.messaging.topic.TopicCatalogue;
import eu.digitalnorth.schemas.ReleasedSchema;
import eu.digitalnorth.schemas.ReleasedSchemas;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.entities.Config;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.avro.Schema;

/**
 * Registers every released version of every message, and the one of this build, under every
 * country's subject, oldest first, with compatibility FULL_TRANSITIVE. Doing it again changes
 * nothing. Services never register: this runs before them.
 */
public final class SchemaRegistration {
  private static final String COMPATIBILITY = "FULL_TRANSITIVE";

  /** The registry answers one request in some milliseconds, and there are hundreds. */
  private static final int AT_ONCE = 4;

  private final SchemaRegistryClient registry;

  public SchemaRegistration(SchemaRegistryClient registry) {
    this.registry = registry;
  }

  /**
   * @return how many subjects were seen to
   * @throws SchemaRegistrationException if the registry refuses a schema or does not answer
   */
  public int register(Collection<CountryCode> countries) {
    List<Subject> subjects = subjects(countries);
    try (ExecutorService executor = Executors.newFixedThreadPool(AT_ONCE)) {
      List<Future<?>> results = new ArrayList<>();
      for (Subject subject : subjects) {
        results.add(
            executor.submit(
                () -> {
                  register(subject);
                  return null;
                }));
      }
      for (Future<?> result : results) {
        result.get();
      }
      return subjects.size();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SchemaRegistrationException("Interrupted while registering schemas", e);
    } catch (ExecutionException e) {
      throw new SchemaRegistrationException(
          "The schema registry did not take the schemas: " + e.getCause(), e);
    }
  }

  private static List<Subject> subjects(Collection<CountryCode> countries) {
    List<Subject> subjects = new ArrayList<>();
    for (Topic<?> topic : TopicCatalogue.all()) {
      List<Schema> versions = versions(topic);
      for (CountryCode country : countries) {
        subjects.add(new Subject(topic.nameFor(country) + "-value", versions));
      }
    }
    return subjects;
  }

  private static List<Schema> versions(Topic<?> topic) {
    List<Schema> versions = new ArrayList<>();
    for (ReleasedSchema released : ReleasedSchemas.of(topic.schema().getFullName())) {
      versions.add(released.schema());
    }
    if (versions.stream().noneMatch(v -> v.toString().equals(topic.schema().toString()))) {
      versions.add(topic.schema());
    }
    return versions;
  }

  private void register(Subject subject) throws IOException, RestClientException {
    registry.updateConfig(subject.name, new Config(COMPATIBILITY));
    for (Schema version : subject.versions) {
      registry.register(subject.name, new AvroSchema(version));
    }
  }

  private record Subject(String name, List<Schema> versions) {}
}
