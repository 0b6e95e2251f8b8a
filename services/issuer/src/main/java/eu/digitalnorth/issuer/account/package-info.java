/** Who can log in, and which systems get tokens. */
@NullMarked
package eu.digitalnorth.issuer.account;

import org.jspecify.annotations.NullMarked;
