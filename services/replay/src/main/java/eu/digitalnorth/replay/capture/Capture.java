package eu.digitalnorth.replay.capture;

import eu.digitalnorth.replay.Failure;
import eu.digitalnorth.replay.ReplayException;
import eu.digitalnorth.replay.Watcher;
import eu.digitalnorth.replay.bundle.BundleWriter;
import eu.digitalnorth.replay.bundle.Manifest;
import eu.digitalnorth.replay.bundle.RecordedPartition;
import eu.digitalnorth.replay.bundle.RecordedRecord;
import eu.digitalnorth.replay.bundle.RecordedTopic;
import eu.digitalnorth.replay.bundle.Selection;
import eu.digitalnorth.replay.bundle.Source;
import eu.digitalnorth.replay.cluster.Connection;
import eu.digitalnorth.replay.cluster.KafkaFailures;
import eu.digitalnorth.replay.cluster.Registry;
import eu.digitalnorth.replay.redact.Redactor;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.jspecify.annotations.Nullable;

/**
 * Records topics into a bundle as a consumer that belongs to no group, and so disturbs nobody. What
 * is in memory is what a few polls return.
 */
public final class Capture {
  private static final int MIB = 1024 * 1024;
  private static final Duration POLL = Duration.ofMillis(200);

  private final Connection connection;
  private final Clock clock;
  private final Watcher watcher;
  private final @Nullable Redactor redactor;
  private final Map<String, String> keys;

  /** Records everything as it is, without anchors. */
  public Capture(Connection connection, Clock clock, Watcher watcher) {
    this(connection, clock, watcher, null, Map.of());
  }

  /**
   * @param redactor replaces what is not to be recorded; null if all is
   * @param keys anchors, by which signatures can be checked, by their path in the bundle
   */
  public Capture(
      Connection connection,
      Clock clock,
      Watcher watcher,
      @Nullable Redactor redactor,
      Map<String, String> keys) {
    this.connection = connection;
    this.clock = clock;
    this.watcher = watcher;
    this.redactor = redactor;
    this.keys = Map.copyOf(keys);
  }

  /**
   * Records what is selected.
   *
   * @param folder becomes the bundle
   * @return the bundle's manifest; without {@code finishedAt} if it was stopped before the end of
   *     its range, to be resumed
   */
  public Manifest record(Path folder, Selection selection, Limits limits) {
    String cluster = clusterId();
    try (Consumer<byte[], byte[]> consumer = consumer(selection)) {
      return connection.attempt(
          () -> {
            Partitions partitions = new Partitions(consumer);
            List<RecordedTopic> topics = partitions.topics(selection);
            String to = selection.to();
            List<RecordedPartition> ranges =
                partitions.ranges(
                    topics, position(selection.from()), to == null ? null : position(to));
            Manifest plan =
                Manifest.begin(
                    clock.instant(),
                    new Source(cluster, connection.registry()),
                    selection,
                    policy(),
                    topics,
                    ranges);
            try (BundleWriter writer = BundleWriter.create(folder, plan)) {
              return record(consumer, writer, limits);
            }
          });
    }
  }

  /** Goes on with what was stopped or killed, to the end that it was begun with. */
  public Manifest resume(Path folder, Limits limits) {
    try (BundleWriter writer = BundleWriter.resume(folder)) {
      Manifest begun = writer.manifest();
      String cluster = clusterId();
      if (!cluster.equals(begun.source().clusterId())) {
        throw new ReplayException(
            Failure.USAGE,
            "%s was begun on the cluster %s, and this is %s."
                .formatted(folder, begun.source().clusterId(), cluster));
      }
      if (!Objects.equals(policy(), begun.redactionPolicy())) {
        throw new ReplayException(
            Failure.USAGE,
            "%s was begun with another redaction, or none: resume it with the same policy and key."
                .formatted(folder));
      }
      try (Consumer<byte[], byte[]> consumer = consumer(begun.selection())) {
        return connection.attempt(() -> record(consumer, writer, limits));
      }
    }
  }

  private @Nullable String policy() {
    return redactor == null ? null : redactor.fingerprint();
  }

  private Position position(String text) {
    try {
      return Position.parse(text, clock.instant());
    } catch (IllegalArgumentException e) {
      throw new ReplayException(Failure.USAGE, e.getMessage() + ".", e);
    }
  }

  private String clusterId() {
    try (Admin admin = connection.admin()) {
      return admin.describeCluster().clusterId().get();
    } catch (ExecutionException e) {
      throw KafkaFailures.explained(e, connection.servers());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ReplayException(Failure.BROKER, "Interrupted.", e);
    }
  }

  private Consumer<byte[], byte[]> consumer(Selection selection) {
    Map<String, Object> settings = new HashMap<>();
    settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 500);
    settings.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, 8 * MIB);
    settings.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, MIB);
    settings.put(ConsumerConfig.RECEIVE_BUFFER_CONFIG, MIB);
    settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 100);
    return connection.consumer(selection.isolation(), settings);
  }

  private Manifest record(Consumer<byte[], byte[]> consumer, BundleWriter writer, Limits limits) {
    keys.forEach(writer::keep);
    String url = connection.registry();
    SchemaArchive schemas = new SchemaArchive(url == null ? null : Registry.at(url), writer);
    boolean ended;
    try (BackgroundWriter background = new BackgroundWriter(writer, schemas)) {
      Recorder recorder = new Recorder(writer.manifest(), schemas, redactor);
      Remaining remaining = new Remaining(consumer, writer);
      ended = pass(consumer, recorder, remaining, background, limits);
      background.finish();
    }
    return ended ? writer.finish(clock.instant()) : stopped(writer);
  }

  /** False if somebody stopped it. */
  private boolean pass(
      Consumer<byte[], byte[]> consumer,
      Recorder recorder,
      Remaining remaining,
      BackgroundWriter background,
      Limits limits) {
    long begun = System.nanoTime();
    while (!remaining.isDone() && !recorder.hasReached(limits.records())) {
      if (limits.stop().getAsBoolean() || isOver(limits.duration(), begun)) {
        return false;
      }
      List<RecordedRecord> wanted = recorder.take(consumer.poll(POLL), remaining, limits.records());
      background.write(new Polled(wanted, remaining.advance()));
      watcher.at(remaining.done(), remaining.total(), recorder.records());
    }
    return true;
  }

  private static boolean isOver(@Nullable Duration duration, long begun) {
    return duration != null && System.nanoTime() - begun >= duration.toNanos();
  }

  /** A live recording has no end but that somebody stops it; another can be resumed. */
  private Manifest stopped(BundleWriter writer) {
    if (writer.manifest().selection().to() == null) {
      return writer.finish(clock.instant());
    }
    writer.checkpoint();
    return writer.manifest();
  }
}
