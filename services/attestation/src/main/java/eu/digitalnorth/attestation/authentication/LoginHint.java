package eu.digitalnorth.attestation.authentication;

import org.jspecify.annotations.Nullable;

/**
 * Whom the requester expects ({@code login_hint} of OpenID CIBA). Identifiers are not kept: the
 * pseudonyms lead to the register.
 *
 * @param wellFormed whether the identifiers are of the schemes of the country that is asked
 * @param subject pseudonym of the person
 * @param company pseudonym of the company that the person acts for, null for oneself
 */
public record LoginHint(boolean wellFormed, String subject, @Nullable String company) {}
