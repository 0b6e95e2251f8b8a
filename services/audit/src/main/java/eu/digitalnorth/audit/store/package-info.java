/** The ledgers in PostgreSQL. */
@NullMarked
package eu.digitalnorth.audit.store;

import org.jspecify.annotations.NullMarked;
