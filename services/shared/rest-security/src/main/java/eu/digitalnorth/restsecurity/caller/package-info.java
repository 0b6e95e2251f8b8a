/** Who calls, read from what the issuer says of them and from nothing else. */
@NullMarked
package eu.digitalnorth.restsecurity.caller;

import org.jspecify.annotations.NullMarked;
