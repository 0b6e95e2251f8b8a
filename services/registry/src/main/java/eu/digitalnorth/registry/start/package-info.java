/** How the registers are filled at the first start, and when they are ready. */
@NullMarked
package eu.digitalnorth.registry.start;

import org.jspecify.annotations.NullMarked;
