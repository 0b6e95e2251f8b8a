package eu.digitalnorth.registry.messages;

import eu.digitalnorth.messaging.envelope.Message;
import eu.digitalnorth.registry.population.LifeEvent;

/**
 * A life event and the message that told it.
 *
 * @param message for the ledger
 */
public record ReceivedLifeEvent(Message<?> message, LifeEvent event) {}
