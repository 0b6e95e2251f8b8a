/** The registers' REST interface. A person stands in a path by pseudonym, never by identifier. */
@NullMarked
package eu.digitalnorth.registry.web;

import org.jspecify.annotations.NullMarked;
