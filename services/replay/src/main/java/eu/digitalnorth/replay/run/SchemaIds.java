package eu.digitalnorth.replay.run;

import eu.digitalnorth.replay.bundle.Bundle;
import eu.digitalnorth.replay.bundle.Framing;
import eu.digitalnorth.replay.bundle.Payload;
import eu.digitalnorth.replay.cluster.Registry;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Puts the target's schema ids in the place of the recorded ones. Nothing else of a record changes:
 * signatures do not cover the id, and so stay true.
 */
public final class SchemaIds {
  private final Map<Use, Integer> ids;

  private SchemaIds(Map<Use, Integer> ids) {
    this.ids = ids;
  }

  /** Leaves every id as it was. */
  static SchemaIds asRecorded() {
    return new SchemaIds(Map.of());
  }

  /** Registers what is missing. */
  public static SchemaIds register(List<SubjectSchema> schemas, Bundle bundle, Registry registry) {
    Map<Use, Integer> ids = new HashMap<>();
    Set<String> seen = new HashSet<>();
    for (SubjectSchema wanted : schemas) {
      Schema schema = bundle.schema(wanted.sha256());
      String level = wanted.compatibility();
      if (seen.add(wanted.subject()) && level != null && !registry.has(wanted.subject())) {
        registry.setCompatibility(wanted.subject(), level);
      }
      OptionalInt known = registry.id(wanted.subject(), schema);
      int id = known.isPresent() ? known.getAsInt() : registry.register(wanted.subject(), schema);
      ids.put(new Use(wanted.topic(), wanted.isKey(), wanted.sha256()), id);
    }
    return new SchemaIds(ids);
  }

  /** The bytes with the target's id; they are changed in place. */
  public byte @Nullable [] translate(String topic, boolean isKey, Payload payload) {
    byte[] bytes = payload.bytes();
    String schema = payload.schema();
    if (bytes != null && schema != null && payload.framing() == Framing.PREFIX_V0) {
      Integer id = ids.get(new Use(topic, isKey, schema));
      if (id != null) {
        ByteBuffer.wrap(bytes).putInt(1, id);
      }
    }
    return bytes;
  }

  private record Use(String topic, boolean isKey, String sha256) {}
}
