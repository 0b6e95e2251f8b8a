/**
 * Synthetic people and companies of every country, the same for the same seed. Free of frameworks.
 */
@NullMarked
package eu.digitalnorth.registry.seed;

import org.jspecify.annotations.NullMarked;
