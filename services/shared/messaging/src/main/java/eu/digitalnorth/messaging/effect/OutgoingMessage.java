package eu.digitalnorth.messaging.effect;

import eu.digitalnorth.messaging.store.OutboxRecord;
import java.util.UUID;

/**
 * A message that only lacks its signature.
 *
 * @param id its {@code ce_id}
 */
record OutgoingMessage(UUID id, OutboxRecord record) {}
