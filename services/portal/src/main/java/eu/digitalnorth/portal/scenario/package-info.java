/** Stories that can be played on the exchange, as data. */
@NullMarked
package eu.digitalnorth.portal.scenario;

import org.jspecify.annotations.NullMarked;
