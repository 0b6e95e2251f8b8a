package eu.digitalnorth.messaging.envelope;

import eu.digitalnorth.messaging.store.Outbox;

/** Breaks a rule of the layers, to show that it would be noticed. */
public record EnvelopeCanary(Outbox forbidden) {}
