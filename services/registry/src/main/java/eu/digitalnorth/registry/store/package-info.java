/** The registers in PostgreSQL. Who changes a row locks it first, so that versions have no gaps. */
@NullMarked
package eu.digitalnorth.registry.store;

import org.jspecify.annotations.NullMarked;
