package eu.digitalnorth.replay.compare;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A record as it is compared.
 *
 * @param json of the document: two records are equal if it is
 * @param place where the record is in its recording
 * @param type name of the record type
 */
record ComparedRecord(
    Group group, String json, Map<String, @Nullable Object> document, String place, String type) {}
