/**
 * Who is authenticated, what is attested of them, and when neither happens. Knows nothing of how
 * requests arrive or where authentications are kept.
 */
@NullMarked
package eu.digitalnorth.attestation.authentication;

import org.jspecify.annotations.NullMarked;
