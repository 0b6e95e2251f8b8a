/** What those are told who may not (RFC 9457), without anything that they sent. */
@NullMarked
package eu.digitalnorth.restsecurity.problem;

import org.jspecify.annotations.NullMarked;
