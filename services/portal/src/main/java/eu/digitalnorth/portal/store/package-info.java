/** Exchanges in PostgreSQL, where every instance of the portal finds them. */
@NullMarked
package eu.digitalnorth.portal.store;

import org.jspecify.annotations.NullMarked;
