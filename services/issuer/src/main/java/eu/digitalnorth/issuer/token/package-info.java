/** What tokens say. */
@NullMarked
package eu.digitalnorth.issuer.token;

import org.jspecify.annotations.NullMarked;
