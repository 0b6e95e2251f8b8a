/** From audit events to entries. */
@NullMarked
package eu.digitalnorth.audit.intake;

import org.jspecify.annotations.NullMarked;
