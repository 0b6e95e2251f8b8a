/**
 * The participants of the exchange as data: who they are, whom they let ask for what, and which
 * identifiers they issue.
 */
@NullMarked
package eu.digitalnorth.country;

import org.jspecify.annotations.NullMarked;
