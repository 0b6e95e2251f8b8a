package eu.digitalnorth.replay.fault;

/**
 * One kind of thing that goes wrong.
 *
 * @param selector with which records
 */
public record Fault(Selector selector, Effect effect) {}
