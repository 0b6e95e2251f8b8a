package eu.digitalnorth.replay.compare;

import org.jspecify.annotations.Nullable;

/**
 * A field in which two records differ.
 *
 * @param path JSON path into the record's document
 * @param expected as JSON; null if there is no such field
 * @param actual likewise
 */
public record FieldDifference(String path, @Nullable String expected, @Nullable String actual) {}
