package eu.digitalnorth.replay.run;

import eu.digitalnorth.replay.Failure;
import eu.digitalnorth.replay.ReplayException;
import eu.digitalnorth.replay.Watcher;
import eu.digitalnorth.replay.bundle.Bundle;
import eu.digitalnorth.replay.bundle.ReadAhead;
import eu.digitalnorth.replay.bundle.RecordedRecord;
import eu.digitalnorth.replay.cluster.Connection;
import eu.digitalnorth.replay.cluster.Registry;
import eu.digitalnorth.replay.decode.Decoder;
import eu.digitalnorth.replay.fault.FaultReport;
import eu.digitalnorth.replay.fault.Injector;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.kafka.clients.producer.ProducerConfig;

/**
 * Replays a verified recording: registers its schemas, creates its topics, writes its records in
 * the order of time, each partition in its own order. What is in memory is what the producer has
 * not sent yet.
 */
public final class Run {
  private static final int MIB = 1024 * 1024;

  /** What five requests carry: more would only be moved about by the collector. */
  private static final int BUFFER = 8 * MIB;

  private final Bundle bundle;
  private final Connection connection;
  private final RunSettings settings;

  /**
   * @param bundle opened with {@link Bundle#openVerified}
   */
  public Run(Bundle bundle, Connection connection, RunSettings settings) {
    this.bundle = bundle;
    this.connection = connection;
    this.settings = settings;
  }

  /**
   * What would be done; changes nothing.
   *
   * @throws ReplayException if it could not be done
   */
  public RunPlan plan() {
    return connection.attempt(
        () -> {
          List<TargetTopic> topics = new TargetTopics(connection).plan(bundle.manifest(), settings);
          return new RunPlan(
              topics,
              connection.registry() == null
                  ? List.of()
                  : new SchemaPlan(bundle.manifest()).of(topics));
        });
  }

  /**
   * Does it.
   *
   * @param stop is asked before each record
   */
  public RunReport execute(RunPlan plan, Watcher watcher, BooleanSupplier stop) {
    try (FaultReport faults = FaultReport.to(null)) {
      return execute(plan, faults, watcher, stop);
    }
  }

  /**
   * Does it, and tells what went wrong on purpose.
   *
   * @param faults is closed by the caller
   * @param stop is asked before each record
   */
  public RunReport execute(
      RunPlan plan, FaultReport faults, Watcher watcher, BooleanSupplier stop) {
    refuseWhatMustBeSaid(plan);
    return connection.attempt(
        () -> {
          SchemaIds ids = schemaIds(plan);
          new TargetTopics(connection).createMissing(plan.topics());
          try (Producers producers =
              new Producers(isFast() ? 2 : 1, () -> connection.producer(tuning(plan)))) {
            return write(plan, ids, producers, faults, watcher, stop);
          }
        });
  }

  private void refuseWhatMustBeSaid(RunPlan plan) {
    if (bundle.manifest().redactionPolicy() != null && !settings.consent().redacted()) {
      throw new ReplayException(
          Failure.USAGE,
          "The recording is redacted, so that no signature in it is true. If the target verifies"
              + " none: --redacted.");
    }
    if (!plan.live().isEmpty() && settings.consent().live() != LiveTopics.SAID_TWICE) {
      String names = String.join(", ", plan.live());
      throw new ReplayException(
          Failure.USAGE,
          settings.consent().live() == LiveTopics.REFUSED
              ? "Services may read %s for real. If that is wanted: --live.".formatted(names)
              : "Old records would be taken for new ones on %s. To say it again: --confirm-live."
                  .formatted(names));
    }
  }

  private SchemaIds schemaIds(RunPlan plan) {
    String url = connection.registry();
    return url == null
        ? SchemaIds.asRecorded()
        : SchemaIds.register(plan.schemas(), bundle, Registry.at(url));
  }

  private Map<String, Object> tuning(RunPlan plan) {
    int longest = plan.topics().stream().mapToInt(TargetTopic::longestRecord).max().orElse(0);
    Map<String, Object> tuning = new HashMap<>();
    tuning.put(ProducerConfig.ACKS_CONFIG, "all");
    tuning.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    tuning.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Math.max(MIB, longest + MIB / 16));
    tuning.put(ProducerConfig.LINGER_MS_CONFIG, isFast() ? 5 : 0);
    tuning.put(ProducerConfig.BATCH_SIZE_CONFIG, isFast() ? MIB / 4 : MIB / 64);
    tuning.put(ProducerConfig.BUFFER_MEMORY_CONFIG, Math.max(BUFFER, 2L * longest));
    return tuning;
  }

  private boolean isFast() {
    return settings.pace() instanceof Pace.Fast;
  }

  private RunReport write(
      RunPlan plan,
      SchemaIds ids,
      Producers producers,
      FaultReport faults,
      Watcher watcher,
      BooleanSupplier stop) {
    String run = UUID.randomUUID().toString();
    Sender sender = new Sender(producers, settings, ids, run);
    Pacer pacer = new Pacer(settings.pace(), stop);
    Injector injector =
        new Injector(
            settings.faults(),
            emission -> {
              pacer.await(emission.due());
              if (!stop.getAsBoolean()) {
                sender.send(emission);
              }
            },
            faults::add);
    // What a first send waits for otherwise would be missing between the first record and the
    // second.
    plan.topics().forEach(topic -> producers.prepare(topic.name()));
    pass(plan, injector, faults, sender, watcher, stop);
    if (!stop.getAsBoolean()) {
      injector.finish();
    }
    producers.finish();
    faults.settle();
    return new RunReport(run, sender.sent(), !stop.getAsBoolean(), faults.counts());
  }

  private void pass(
      RunPlan plan,
      Injector injector,
      FaultReport faults,
      Sender sender,
      Watcher watcher,
      BooleanSupplier stop) {
    Decoder decoder = new Decoder(bundle);
    Long limit = settings.selection().limit();
    long left = limit == null ? Long.MAX_VALUE : limit;
    long looked = 0;
    long total = plan.records();
    Set<String> sources =
        plan.topics().stream().map(TargetTopic::source).collect(Collectors.toSet());
    try (ReadAhead records = new ReadAhead(bundle.records(p -> sources.contains(p.topic())))) {
      while (records.hasNext() && left > 0 && !stop.getAsBoolean()) {
        RecordedRecord record = records.next();
        looked++;
        Optional<Schema> schema = decoder.schemaOf(record);
        if (settings.selection().has(record, schema)) {
          left--;
          injector.accept(record, schema);
          faults.settle();
          watcher.at(looked, total, sender.sent());
        }
      }
    }
  }
}
