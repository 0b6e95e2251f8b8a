/** What the citizen, the eID scheme and time decide: REST and a timer. */
@NullMarked
package eu.digitalnorth.attestation.eidapp;

import org.jspecify.annotations.NullMarked;
