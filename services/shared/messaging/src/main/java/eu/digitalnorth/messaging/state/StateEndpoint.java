package eu.digitalnorth.messaging.state;

import eu.digitalnorth.messaging.topic.Topic;
import org.apache.avro.specific.SpecificRecord;

/**
 * Declares, as a bean, that a service keeps the state of a compacted topic: that of its own country
 * or, for a broadcast, those of all. Inboxes open only when all of it was read to the end.
 */
public record StateEndpoint<T extends SpecificRecord>(Topic<T> topic, StateHandler<T> handler) {}
