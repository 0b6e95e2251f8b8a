package eu.digitalnorth.replay.bundle;

import org.jspecify.annotations.Nullable;

/**
 * A schema's place in the source's registry.
 *
 * @param compatibility level of the subject; null if it had none of its own
 */
public record Registration(String subject, int version, @Nullable String compatibility) {}
