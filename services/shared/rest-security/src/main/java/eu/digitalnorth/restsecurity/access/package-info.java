/** Which callers may do what. */
@NullMarked
package eu.digitalnorth.restsecurity.access;

import org.jspecify.annotations.NullMarked;
