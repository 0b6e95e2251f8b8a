package eu.digitalnorth.messaging.setup;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.messaging.topic.Access;
import eu.digitalnorth.messaging.topic.Topic;
import eu.digitalnorth.messaging.topic.TopicCatalogue;
import eu.digitalnorth.schemas.RecordTypes;
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
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.avro.Schema;

/**
 * Registers every released version of every record, oldest first, with compatibility
 * FULL_TRANSITIVE: messages under the subject of each country's topic, personal records, which
 * other records carry as bytes, under their full name. Doing it again changes nothing. Services
 * never register: this runs before them.
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
    return register(subjects(countries));
  }

  /**
   * Registers only what everybody reads of these countries.
   *
   * @return how many subjects were seen to
   * @throws SchemaRegistrationException if the registry refuses a schema or does not answer
   */
  public int registerBroadcasts(Collection<CountryCode> countries) {
    return register(
        TopicCatalogue.all().stream()
            .filter(topic -> topic.access() == Access.BROADCAST)
            .flatMap(topic -> subjects(topic, countries))
            .toList());
  }

  private int register(List<Subject> subjects) {
    Set<String> known = knownSubjects();
    try (ExecutorService executor = Executors.newFixedThreadPool(AT_ONCE)) {
      List<Future<?>> results = new ArrayList<>();
      subjects.forEach(
          subject -> results.add(executor.submit(() -> registerMissing(subject, known))));
      for (Future<?> result : results) {
        result.get();
      }
      return subjects.size();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SchemaRegistrationException("Interrupted while registering schemas", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof SchemaRegistrationException explained) {
        throw explained;
      }
      throw new SchemaRegistrationException("Registering schemas failed: " + e.getCause(), e);
    }
  }

  /** The subject of a personal record: its full name, since no topic is its own. */
  public static String subjectOf(Schema personalRecord) {
    return personalRecord.getFullName();
  }

  private static List<Subject> subjects(Collection<CountryCode> countries) {
    List<Subject> subjects = new ArrayList<>();
    for (Topic<?> topic : TopicCatalogue.all()) {
      subjects(topic, countries).forEach(subjects::add);
    }
    for (Schema personal : RecordTypes.personal()) {
      subjects.add(new Subject(subjectOf(personal), versions(personal)));
    }
    return subjects;
  }

  private static Stream<Subject> subjects(Topic<?> topic, Collection<CountryCode> countries) {
    List<Schema> versions = versions(topic.schema());
    return countries.stream()
        .map(country -> new Subject(topic.nameFor(country) + "-value", versions));
  }

  /** What is being developed may not be released yet; it is the last one then. */
  private static List<Schema> versions(Schema own) {
    List<Schema> versions = new ArrayList<>();
    for (ReleasedSchema released : ReleasedSchemas.of(own.getFullName())) {
      versions.add(released.schema());
    }
    if (versions.stream().noneMatch(v -> v.toString().equals(own.toString()))) {
      versions.add(own);
    }
    return versions;
  }

  private Set<String> knownSubjects() {
    try {
      return Set.copyOf(registry.getAllSubjects());
    } catch (IOException | RestClientException e) {
      throw new SchemaRegistrationException("The schema registry does not list its subjects", e);
    }
  }

  private void registerMissing(Subject subject, Set<String> known) {
    try {
      if (!known.contains(subject.name) || !hasAll(subject)) {
        registry.updateConfig(subject.name, new Config(COMPATIBILITY));
        for (Schema version : subject.versions) {
          registry.register(subject.name, new AvroSchema(version));
        }
      }
    } catch (RestClientException e) {
      throw new SchemaRegistrationException(
          "The registry refuses a schema of %s (HTTP %d: %s): %s with those it has?"
              .formatted(subject.name, e.getStatus(), e.getMessage(), COMPATIBILITY),
          e);
    } catch (IOException e) {
      throw new SchemaRegistrationException(
          "The schema registry did not answer about " + subject.name + ": " + e, e);
    }
  }

  /** Quicker than registering again: one question per version, and nothing is written. */
  private boolean hasAll(Subject subject) throws IOException, RestClientException {
    try {
      for (Schema version : subject.versions) {
        registry.getId(subject.name, new AvroSchema(version));
      }
      return true;
    } catch (RestClientException e) {
      if (e.getStatus() == 404) {
        return false;
      }
      throw e;
    }
  }

  private record Subject(String name, List<Schema> versions) {}
}
