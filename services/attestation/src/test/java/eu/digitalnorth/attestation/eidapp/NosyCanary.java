package eu.digitalnorth.attestation.eidapp;

import eu.digitalnorth.schemas.eid.AttestationRequest;

/** What no package but that of the messages must be like. */
public record NosyCanary(AttestationRequest request) {}
