package eu.digitalnorth.messaging.inbox;

import eu.digitalnorth.messaging.topic.Topic;
import org.apache.avro.specific.SpecificRecord;

/**
 * Declares, as a bean, that a service reads a topic of each country that it serves.
 *
 * @param topic an inbox or a national topic
 * @param handler what is done with its messages
 */
public record InboxEndpoint<T extends SpecificRecord>(Topic<T> topic, MessageHandler<T> handler) {}
