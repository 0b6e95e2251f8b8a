/** Who may be believed: signatures on messages, and the keys that they are checked with. */
@NullMarked
package eu.digitalnorth.messaging.trust;

import org.jspecify.annotations.NullMarked;
