package eu.digitalnorth.replay.bundle;

import java.util.List;

/**
 * A schema that records of the bundle follow, in {@code schemas/<sha256>.avsc}.
 *
 * @param sha256 of the file: Avro's {@code Schema.toString()} after parsing, references resolved;
 *     the same that the header {@code ce_dataschema} names
 * @param name full name of the record type
 * @param ids of the source's registry under which the recorded bytes name it
 * @param registrations under which subjects it was registered, those of recorded topics
 * @param references subjects of the schemas that it referred to in the source's registry
 */
public record RecordedSchema(
    String sha256,
    String name,
    List<Integer> ids,
    List<Registration> registrations,
    List<String> references) {

  public RecordedSchema {
    ids = List.copyOf(ids);
    registrations = List.copyOf(registrations);
    references = List.copyOf(references);
  }

  /** Path of its file in the bundle. */
  public String path() {
    return Layout.schema(sha256);
  }
}
