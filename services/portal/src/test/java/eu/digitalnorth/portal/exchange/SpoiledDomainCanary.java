package eu.digitalnorth.portal.exchange;

import eu.digitalnorth.schemas.eid.LoginHint;

/** What the domain must never be: an architecture rule that lets this pass is broken. */
public record SpoiledDomainCanary(LoginHint hint) {}
