package eu.digitalnorth.replay.capture;

import eu.digitalnorth.replay.bundle.RecordedRecord;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/**
 * What one poll has brought.
 *
 * @param wanted what is to be recorded of it
 * @param reached up to which offsets everything has been looked at now, where that has changed
 */
record Polled(List<RecordedRecord> wanted, Map<TopicPartition, Long> reached) {}
