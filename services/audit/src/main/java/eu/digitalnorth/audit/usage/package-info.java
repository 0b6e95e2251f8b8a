/** The citizen's view: who used my data. Plain Java. */
@NullMarked
package eu.digitalnorth.audit.usage;

import org.jspecify.annotations.NullMarked;
