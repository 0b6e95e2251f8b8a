/** What is kept in PostgreSQL. */
@NullMarked
package eu.digitalnorth.attestation.store;

import org.jspecify.annotations.NullMarked;
