package eu.digitalnorth.messaging.effect;

import eu.digitalnorth.messaging.store.OutboxRecord;
import java.util.UUID;

/**
 * A message ready to be stored and sent.
 *
 * @param id its {@code ce_id}
 */
record OutgoingMessage(UUID id, OutboxRecord record) {}
