/**
 * Who may call a service's REST interface. A service declares its {@link
 * eu.digitalnorth.restsecurity.access.AccessRules} and takes a {@link
 * eu.digitalnorth.restsecurity.caller.Caller} in its controllers; all else is denied.
 */
@NullMarked
package eu.digitalnorth.restsecurity;

import org.jspecify.annotations.NullMarked;
