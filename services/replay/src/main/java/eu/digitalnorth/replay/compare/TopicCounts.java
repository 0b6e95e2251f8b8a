package eu.digitalnorth.replay.compare;

/**
 * @param topic logical name
 * @param expected records recorded
 * @param actual records replayed
 * @param differences how many were found
 */
public record TopicCounts(String topic, long expected, long actual, long differences) {}
