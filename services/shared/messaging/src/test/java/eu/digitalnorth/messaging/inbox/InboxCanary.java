package eu.digitalnorth.messaging.inbox;

import eu.digitalnorth.messaging.lifecycle.ExchangeLifecycle;

/** Breaks a rule of the layers, to show that it would be noticed. */
public record InboxCanary(ExchangeLifecycle forbidden) {}
