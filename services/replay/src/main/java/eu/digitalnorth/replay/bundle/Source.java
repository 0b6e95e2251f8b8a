package eu.digitalnorth.replay.bundle;

import org.jspecify.annotations.Nullable;

/**
 * Where a recording comes from.
 *
 * @param clusterId Kafka's id of the cluster
 * @param schemaRegistry URL of the registry; null if none was asked
 */
public record Source(String clusterId, @Nullable String schemaRegistry) {}
