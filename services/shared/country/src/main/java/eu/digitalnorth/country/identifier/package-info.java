/**
 * Identifiers of people and companies: their form, their check digits, and numbers for synthetic
 * people that no real person can have.
 */
@NullMarked
package eu.digitalnorth.country.identifier;

import org.jspecify.annotations.NullMarked;
