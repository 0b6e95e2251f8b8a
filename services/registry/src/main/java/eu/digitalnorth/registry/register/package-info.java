/** What the population register and the business register have in common. Free of frameworks. */
@NullMarked
package eu.digitalnorth.registry.register;

import org.jspecify.annotations.NullMarked;
