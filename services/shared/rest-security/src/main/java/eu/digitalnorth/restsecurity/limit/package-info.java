/** How much, and how often. */
@NullMarked
package eu.digitalnorth.restsecurity.limit;

import org.jspecify.annotations.NullMarked;
