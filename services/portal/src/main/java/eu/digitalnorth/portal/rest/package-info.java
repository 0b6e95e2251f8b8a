/** The portal's REST interface: JSON, server-sent events, problem details (RFC 9457). */
@NullMarked
package eu.digitalnorth.portal.rest;

import org.jspecify.annotations.NullMarked;
