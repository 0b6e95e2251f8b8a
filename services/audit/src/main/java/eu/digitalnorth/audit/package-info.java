/** What happened to every message of a country, in a ledger that shows if it was changed. */
@NullMarked
package eu.digitalnorth.audit;

import org.jspecify.annotations.NullMarked;
