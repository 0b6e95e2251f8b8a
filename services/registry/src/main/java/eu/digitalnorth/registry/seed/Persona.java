package eu.digitalnorth.registry.seed;

import eu.digitalnorth.registry.register.Identifier;
import org.jspecify.annotations.Nullable;

/**
 * Somebody whom the demonstration knows by name.
 *
 * @param name for example {@code student}
 * @param company that this person represents
 */
public record Persona(String name, Identifier person, @Nullable Identifier company) {}
