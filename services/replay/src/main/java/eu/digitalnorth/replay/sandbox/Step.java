package eu.digitalnorth.replay.sandbox;

import java.time.Instant;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * A record of an inbox that is to be decided upon again.
 *
 * @param partition recorded one; its records are fed in their order
 * @param at the time of the decision
 * @param order of the decision among others: never before that of what came before on the partition
 * @param seen offsets after what the decision had seen of the topics of state; null if nobody noted
 *     that
 * @param bounds what the next decision of which it was noted had seen; null if there is none
 */
record Step(
    TopicPartition partition,
    Instant at,
    Instant order,
    @Nullable Map<TopicPartition, Long> seen,
    @Nullable Map<TopicPartition, Long> bounds) {

  Step within(@Nullable Map<TopicPartition, Long> next) {
    return new Step(partition, at, order, seen, next);
  }
}
