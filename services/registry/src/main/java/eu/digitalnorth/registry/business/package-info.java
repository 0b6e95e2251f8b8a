/** Companies and who represents them. Free of frameworks. */
@NullMarked
package eu.digitalnorth.registry.business;

import org.jspecify.annotations.NullMarked;
