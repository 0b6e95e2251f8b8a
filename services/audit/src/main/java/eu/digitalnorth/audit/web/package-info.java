/** REST. */
@NullMarked
package eu.digitalnorth.audit.web;

import org.jspecify.annotations.NullMarked;
