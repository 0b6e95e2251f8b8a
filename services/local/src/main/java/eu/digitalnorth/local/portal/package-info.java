/** What a portal does, for demonstrations and benchmarks that speak in its place. */
@NullMarked
package eu.digitalnorth.local.portal;

import org.jspecify.annotations.NullMarked;
