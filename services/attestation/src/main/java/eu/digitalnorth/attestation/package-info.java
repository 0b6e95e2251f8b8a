/** A country's eID scheme: authenticates its citizens, and attests to others who they are. */
@NullMarked
package eu.digitalnorth.attestation;

import org.jspecify.annotations.NullMarked;
