/**
 * The installation's own OAuth2 and OpenID Connect issuer. It stands in for the national eID log-in
 * pages and the authorities' own identity management, of which an installation on one machine has
 * none.
 */
@NullMarked
package eu.digitalnorth.issuer;

import org.jspecify.annotations.NullMarked;
