/** The endpoints, and the page on which people log in. */
@NullMarked
package eu.digitalnorth.issuer.web;

import org.jspecify.annotations.NullMarked;
