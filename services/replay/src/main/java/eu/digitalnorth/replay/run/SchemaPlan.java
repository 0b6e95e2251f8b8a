package eu.digitalnorth.replay.run;

import eu.digitalnorth.replay.bundle.Manifest;
import eu.digitalnorth.replay.bundle.RecordFile;
import eu.digitalnorth.replay.bundle.RecordedPartition;
import eu.digitalnorth.replay.bundle.RecordedSchema;
import eu.digitalnorth.replay.bundle.Registration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Under which subjects of the target which schemas are to be, oldest first. What was under its
 * topic's subject comes under that of the target topic; what was named otherwise, as after its
 * record type, keeps that name.
 */
public final class SchemaPlan {
  private static final String KEY = "-key";
  private static final String VALUE = "-value";

  private final Manifest manifest;

  public SchemaPlan(Manifest manifest) {
    this.manifest = manifest;
  }

  /** What these topics need, in the order in which it is to be registered. */
  public List<SubjectSchema> of(List<TargetTopic> topics) {
    List<SubjectSchema> schemas = new ArrayList<>();
    for (TargetTopic topic : topics) {
      Set<String> keys = new TreeSet<>();
      Set<String> values = new TreeSet<>();
      for (RecordedPartition partition : topic.contents()) {
        RecordFile file = partition.file();
        if (file != null) {
          keys.addAll(file.keySchemas());
          values.addAll(file.valueSchemas());
        }
      }
      keys.forEach(sha256 -> schemas.add(subject(sha256, topic, true)));
      values.forEach(sha256 -> schemas.add(subject(sha256, topic, false)));
    }
    schemas.sort(
        Comparator.comparing(SubjectSchema::subject).thenComparingInt(SubjectSchema::version));
    return schemas;
  }

  private SubjectSchema subject(String sha256, TargetTopic topic, boolean isKey) {
    RecordedSchema schema =
        manifest.schema(sha256).orElseThrow(() -> new IllegalStateException("No schema " + sha256));
    String role = isKey ? KEY : VALUE;
    for (Registration registration : schema.registrations()) {
      if (registration.subject().startsWith(topic.source() + '-')) {
        String rest = registration.subject().substring(topic.source().length());
        if (rest.equals(role) || !(rest.equals(KEY) || rest.equals(VALUE))) {
          return subject(schema, topic, isKey, topic.name() + rest, registration);
        }
      }
    }
    return schema.registrations().stream()
        .filter(r -> !r.subject().endsWith(KEY) && !r.subject().endsWith(VALUE))
        .findFirst()
        .map(registration -> subject(schema, topic, isKey, registration.subject(), registration))
        .orElseGet(
            () ->
                new SubjectSchema(
                    sha256, schema.name(), topic.source(), isKey, topic.name() + role, 0, null));
  }

  private static SubjectSchema subject(
      RecordedSchema schema,
      TargetTopic topic,
      boolean isKey,
      String subject,
      Registration registration) {
    return new SubjectSchema(
        schema.sha256(),
        schema.name(),
        topic.source(),
        isKey,
        subject,
        registration.version(),
        registration.compatibility());
  }
}
