package eu.digitalnorth.schemas;

import org.apache.avro.Schema;

/**
 * A version of a schema as it was released.
 *
 * @param version from 1
 */
public record ReleasedSchema(int version, Schema schema) {}
