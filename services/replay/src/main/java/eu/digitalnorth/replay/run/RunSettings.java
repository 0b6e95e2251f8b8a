package eu.digitalnorth.replay.run;

import eu.digitalnorth.replay.capture.RecordFilter;
import eu.digitalnorth.replay.fault.FaultPlan;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a recording is replayed.
 *
 * @param topics recorded topics to replay; empty for all
 * @param filter which of their records
 * @param from only records with this timestamp or a later one, milliseconds since the epoch
 * @param limit at most so many records; null for all
 * @param mapping to which topics
 * @param pace how fast
 * @param headers what becomes of headers
 * @param keepPartitions each record in the partition that it was in; else the key decides
 * @param keepTimestamps each record with its timestamp; else with the time of its replaying
 * @param live what was said about writing to topics that services read
 * @param redacted whether the target is known not to verify signatures
 * @param faults what goes wrong on purpose
 */
public record RunSettings(
    Set<String> topics,
    RecordFilter filter,
    long from,
    @Nullable Long limit,
    TopicMapping mapping,
    Pace pace,
    HeaderPolicy headers,
    boolean keepPartitions,
    boolean keepTimestamps,
    LiveTopics live,
    boolean redacted,
    FaultPlan faults) {

  /** Everything, to topics under {@code replay.}, as fast as possible. */
  public static RunSettings everything() {
    return new RunSettings(
        Set.of(),
        new RecordFilter(List.of(), List.of(), List.of(), Map.of()),
        Long.MIN_VALUE,
        null,
        new TopicMapping("replay.", Map.of()),
        new Pace.Fast(),
        HeaderPolicy.REPLAYED,
        true,
        true,
        LiveTopics.REFUSED,
        false,
        FaultPlan.NONE);
  }

  /** The same to other topics. */
  public RunSettings to(TopicMapping other) {
    return new RunSettings(
        topics,
        filter,
        from,
        limit,
        other,
        pace,
        headers,
        keepPartitions,
        keepTimestamps,
        live,
        redacted,
        faults);
  }

  /** The same at another pace, with the time of replaying as timestamps. */
  public RunSettings at(Pace other) {
    return new RunSettings(
        topics,
        filter,
        from,
        limit,
        mapping,
        other,
        headers,
        keepPartitions,
        false,
        live,
        redacted,
        faults);
  }

  /** The same with headers byte for byte. */
  public RunSettings withHeadersAsRecorded() {
    return new RunSettings(
        topics,
        filter,
        from,
        limit,
        mapping,
        pace,
        HeaderPolicy.AS_RECORDED,
        keepPartitions,
        keepTimestamps,
        live,
        redacted,
        faults);
  }

  /** The same with something said about live topics. */
  public RunSettings with(LiveTopics said) {
    return new RunSettings(
        topics,
        filter,
        from,
        limit,
        mapping,
        pace,
        headers,
        keepPartitions,
        keepTimestamps,
        said,
        redacted,
        faults);
  }

  /** The same with faults. */
  public RunSettings with(FaultPlan plan) {
    return new RunSettings(
        topics,
        filter,
        from,
        limit,
        mapping,
        pace,
        headers,
        keepPartitions,
        keepTimestamps,
        live,
        redacted,
        plan);
  }
}
