/**
 * What a ledger is made of: entries, their canonical form, hashes, and how a chain is verified.
 * Plain Java.
 */
@NullMarked
package eu.digitalnorth.audit.ledger;

import org.jspecify.annotations.NullMarked;
