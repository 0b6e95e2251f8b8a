package eu.digitalnorth.replay.bundle;

/**
 * @param partitions how many the topic had
 */
public record RecordedTopic(String name, int partitions) {}
