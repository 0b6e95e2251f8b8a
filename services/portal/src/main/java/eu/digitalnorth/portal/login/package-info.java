/** How people log in to the portal's page: at the issuer, with OpenID Connect. */
@NullMarked
package eu.digitalnorth.portal.login;

import org.jspecify.annotations.NullMarked;
