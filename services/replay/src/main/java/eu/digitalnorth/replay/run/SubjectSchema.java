package eu.digitalnorth.replay.run;

import org.jspecify.annotations.Nullable;

/**
 * A schema that the target's registry needs.
 *
 * @param sha256 of the schema
 * @param name of the record type
 * @param topic recorded topic whose records follow it
 * @param isKey whether keys do; else values
 * @param subject of the target
 * @param version that it had in the source; 0 if none is known
 * @param compatibility level that the subject had in the source
 */
public record SubjectSchema(
    String sha256,
    String name,
    String topic,
    boolean isKey,
    String subject,
    int version,
    @Nullable String compatibility) {}
