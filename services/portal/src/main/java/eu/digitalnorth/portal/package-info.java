/** The online procedure portal of each requesting country. */
@NullMarked
package eu.digitalnorth.portal;

import org.jspecify.annotations.NullMarked;
