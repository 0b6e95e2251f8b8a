/** What is sent for an exchange, and what its answers do to it. */
@NullMarked
package eu.digitalnorth.portal.wire;

import org.jspecify.annotations.NullMarked;
