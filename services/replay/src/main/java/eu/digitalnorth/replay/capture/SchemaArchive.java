package eu.digitalnorth.replay.capture;

import eu.digitalnorth.messaging.envelope.Header;
import eu.digitalnorth.replay.bundle.BundleWriter;
import eu.digitalnorth.replay.bundle.Framing;
import eu.digitalnorth.replay.bundle.Payload;
import eu.digitalnorth.replay.bundle.RecordedSchema;
import eu.digitalnorth.replay.bundle.Registration;
import eu.digitalnorth.replay.cluster.Registry;
import eu.digitalnorth.schemas.SchemaHash;
import io.confluent.kafka.schemaregistry.ParsedSchema;
import io.confluent.kafka.schemaregistry.client.rest.entities.SchemaReference;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Finds out which schema a key or value follows, and puts each that is used into the bundle. Bytes
 * that begin as if with a schema id, of which the registry knows nothing, are just bytes. One
 * thread finds out, and one keeps.
 */
final class SchemaArchive {
  private static final String KEY_HEADER = "__key_schema_id";
  private static final String VALUE_HEADER = "__value_schema_id";

  /** A magic byte and a GUID. */
  private static final int GUID_LENGTH = 17;

  private final @Nullable Registry registry;
  private final BundleWriter writer;
  private final Map<Integer, Optional<Fetched>> byId = new ConcurrentHashMap<>();

  /** Of the thread that writes only, as {@link #uses}. */
  private final Map<String, RecordedSchema> kept = new HashMap<>();

  private final Set<Use> uses = new HashSet<>();

  SchemaArchive(@Nullable Registry registry, BundleWriter writer) {
    this.registry = registry;
    this.writer = writer;
    writer.manifest().schemas().forEach(schema -> kept.put(schema.sha256(), schema));
  }

  Payload key(byte @Nullable [] bytes, List<Header> headers) {
    return payload(bytes, headers, KEY_HEADER);
  }

  Payload value(byte @Nullable [] bytes, List<Header> headers) {
    return payload(bytes, headers, VALUE_HEADER);
  }

  private Payload payload(byte @Nullable [] bytes, List<Header> headers, String guidHeader) {
    if (bytes == null) {
      return Payload.raw(null);
    }
    for (Header header : headers) {
      if (header.name().equals(guidHeader) && isGuid(header.value())) {
        return new Payload(bytes, Framing.HEADER_GUID_V1, null);
      }
    }
    return fetched(bytes)
        .map(schema -> new Payload(bytes, Framing.PREFIX_V0, schema.sha256))
        .orElseGet(() -> Payload.raw(bytes));
  }

  private static boolean isGuid(byte @Nullable [] value) {
    return value != null && value.length == GUID_LENGTH && value[0] == 1;
  }

  private Optional<Fetched> fetched(byte[] bytes) {
    return bytes.length < Payload.PREFIX_BYTES || bytes[0] != 0
        ? Optional.empty()
        : byId.computeIfAbsent(id(bytes), this::fetch);
  }

  private static int id(byte[] bytes) {
    return ByteBuffer.wrap(bytes).getInt(1);
  }

  private Optional<Fetched> fetch(int id) {
    return Optional.ofNullable(registry)
        .flatMap(r -> r.schema(id))
        .filter(schema -> schema.rawSchema() instanceof Schema)
        .map(Fetched::new);
  }

  /** Name of the record type that the payload follows, if it follows one. */
  Optional<Schema> schemaOf(Payload payload) {
    byte[] bytes = payload.bytes();
    return bytes == null || payload.framing() != Framing.PREFIX_V0
        ? Optional.empty()
        : fetched(bytes).map(fetched -> fetched.schema);
  }

  /** Sees to it that the schema of a payload that is about to be written is in the bundle. */
  void keep(String topic, String role, Payload payload) {
    byte[] bytes = payload.bytes();
    if (bytes == null || payload.framing() != Framing.PREFIX_V0) {
      return;
    }
    int id = id(bytes);
    if (uses.add(new Use(id, topic, role))) {
      fetched(bytes).ifPresent(fetched -> keep(fetched, id, topic + '-' + role));
    }
  }

  private void keep(Fetched fetched, int id, String subject) {
    RecordedSchema before = kept.get(fetched.sha256);
    Set<Integer> ids = new TreeSet<>(before == null ? List.of() : before.ids());
    ids.add(id);
    Set<Registration> registrations =
        new LinkedHashSet<>(before == null ? List.of() : before.registrations());
    registrations.addAll(registrations(fetched.schema, id, subject));
    RecordedSchema schema =
        new RecordedSchema(
            fetched.sha256,
            fetched.schema.getFullName(),
            List.copyOf(ids),
            List.copyOf(registrations),
            fetched.references);
    kept.put(fetched.sha256, schema);
    writer.add(schema, fetched.schema.toString());
  }

  /** Under the topic's own subject, or if its topic has none, under whatever subject there is. */
  private List<Registration> registrations(Schema schema, int id, String subject) {
    Registry asked = registry;
    if (asked == null) {
      return List.of();
    }
    List<String> subjects = List.of(subject);
    if (asked.version(subject, schema).isEmpty()) {
      subjects = List.copyOf(asked.subjects(id));
    }
    List<Registration> registrations = new ArrayList<>();
    for (String each : subjects) {
      asked
          .version(each, schema)
          .ifPresent(
              version ->
                  registrations.add(
                      new Registration(each, version, asked.compatibility(each).orElse(null))));
    }
    return registrations;
  }

  private record Use(int id, String topic, String role) {}

  private static final class Fetched {
    private final Schema schema;
    private final String sha256;
    private final List<String> references;

    private Fetched(ParsedSchema parsed) {
      schema = (Schema) parsed.rawSchema();
      sha256 = SchemaHash.of(schema);
      references = parsed.references().stream().map(SchemaReference::getSubject).toList();
    }
  }
}
