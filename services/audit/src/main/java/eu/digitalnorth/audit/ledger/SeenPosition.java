package eu.digitalnorth.audit.ledger;

/**
 * How far a decision had read a topic.
 *
 * @param offset of the next record that was not yet seen
 */
public record SeenPosition(String topic, int partition, long offset) {}
