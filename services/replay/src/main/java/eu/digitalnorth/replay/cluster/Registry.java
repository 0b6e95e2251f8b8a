package eu.digitalnorth.replay.cluster;

import eu.digitalnorth.messaging.setup.SchemaRegistryClients;
import eu.digitalnorth.replay.Failure;
import eu.digitalnorth.replay.ReplayException;
import io.confluent.kafka.schemaregistry.ParsedSchema;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.avro.Schema;

/** A schema registry, by Confluent's client; what it does not know is empty, not thrown. */
public final class Registry {
  private static final int NOT_FOUND = 404;
  private static final int CONFLICT = 409;
  private static final int UNPROCESSABLE = 422;

  private final SchemaRegistryClient client;
  private final String url;

  public Registry(SchemaRegistryClient client, String url) {
    this.client = client;
    this.url = url;
  }

  /**
   * @throws ReplayException if it is no URL; whether anybody answers shows at the first question
   */
  public static Registry at(String url) {
    try {
      return new Registry(SchemaRegistryClients.create(URI.create(url)), url);
    } catch (IllegalArgumentException e) {
      throw new ReplayException(Failure.USAGE, "This is no URL of a registry: " + url, e);
    }
  }

  /** The schema of an id, references resolved. */
  public Optional<ParsedSchema> schema(int id) {
    return ask("schema id " + id, () -> client.getSchemaById(id));
  }

  /** The version of this schema under a subject. */
  public OptionalInt version(String subject, Schema schema) {
    return ask(subject, () -> client.getVersion(subject, new AvroSchema(schema)))
        .map(OptionalInt::of)
        .orElseGet(OptionalInt::empty);
  }

  /** The id of this schema under a subject. */
  public OptionalInt id(String subject, Schema schema) {
    return ask(subject, () -> client.getId(subject, new AvroSchema(schema)))
        .map(OptionalInt::of)
        .orElseGet(OptionalInt::empty);
  }

  /** Subjects that have the schema of this id. */
  public Collection<String> subjects(int id) {
    return ask("schema id " + id, () -> client.getAllSubjectsById(id)).orElse(List.of());
  }

  /** The level that a subject has of its own. */
  public Optional<String> compatibility(String subject) {
    return ask(subject, () -> client.getConfig(subject).getCompatibilityLevel());
  }

  /** Whether the subject has any version. */
  public boolean has(String subject) {
    return ask(subject, () -> client.getAllVersions(subject)).filter(v -> !v.isEmpty()).isPresent();
  }

  /** Sets the level of a subject that is about to be filled. */
  public void setCompatibility(String subject, String level) {
    ask(subject, () -> client.updateCompatibility(subject, level));
  }

  /**
   * Registers a schema, or finds it registered.
   *
   * @return its id here
   * @throws ReplayException if it does not go together with those that the subject has
   */
  public int register(String subject, Schema schema) {
    try {
      return client.register(subject, new AvroSchema(schema));
    } catch (RestClientException e) {
      if (e.getStatus() == CONFLICT || e.getStatus() == UNPROCESSABLE) {
        throw new ReplayException(
            Failure.INCOMPATIBLE,
            "The registry at %s refuses %s under %s, which has schemas that it does not go with."
                .formatted(url, schema.getFullName(), subject),
            e);
      }
      throw unavailable(subject, e);
    } catch (IOException e) {
      throw unavailable(subject, e);
    }
  }

  private <T> Optional<T> ask(String what, Question<T> question) {
    try {
      return Optional.ofNullable(question.ask());
    } catch (RestClientException e) {
      if (e.getStatus() == NOT_FOUND || e.getStatus() == UNPROCESSABLE) {
        return Optional.empty();
      }
      throw unavailable(what, e);
    } catch (IOException e) {
      throw unavailable(what, e);
    }
  }

  private ReplayException unavailable(String what, Exception e) {
    return new ReplayException(
        Failure.REGISTRY,
        "The schema registry at %s does not answer about %s: %s"
            .formatted(url, what, e.getMessage()),
        e);
  }

  private interface Question<T> {
    T ask() throws IOException, RestClientException;
  }
}
