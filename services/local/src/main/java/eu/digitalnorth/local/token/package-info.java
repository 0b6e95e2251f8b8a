/** How the launcher's clients show who they are: tokens of the installation's own issuer. */
@NullMarked
package eu.digitalnorth.local.token;

import org.jspecify.annotations.NullMarked;
