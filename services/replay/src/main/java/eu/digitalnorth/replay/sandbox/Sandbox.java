package eu.digitalnorth.replay.sandbox;

import eu.digitalnorth.country.CountryProfiles;
import eu.digitalnorth.messaging.setup.PrincipalSetup;
import eu.digitalnorth.messaging.setup.SchemaRegistration;
import eu.digitalnorth.messaging.setup.SchemaRegistryClients;
import eu.digitalnorth.messaging.topic.Service;
import eu.digitalnorth.replay.Failure;
import eu.digitalnorth.replay.ReplayException;
import eu.digitalnorth.replay.Watcher;
import eu.digitalnorth.replay.bundle.Bundle;
import eu.digitalnorth.replay.bundle.RecordedPartition;
import eu.digitalnorth.replay.bundle.RecordedRecord;
import eu.digitalnorth.replay.bundle.Selection;
import eu.digitalnorth.replay.bundle.ZipPacking;
import eu.digitalnorth.replay.capture.Capture;
import eu.digitalnorth.replay.capture.Limits;
import eu.digitalnorth.replay.cluster.Connection;
import eu.digitalnorth.replay.cluster.KafkaFailures;
import eu.digitalnorth.replay.cluster.Registry;
import eu.digitalnorth.replay.compare.CompareRule;
import eu.digitalnorth.replay.compare.CompareSettings;
import eu.digitalnorth.replay.compare.Comparison;
import eu.digitalnorth.replay.run.SchemaIds;
import eu.digitalnorth.replay.run.SchemaPlan;
import eu.digitalnorth.replay.run.TargetTopic;
import eu.digitalnorth.servers.Progress;
import eu.digitalnorth.servers.ServerException;
import eu.digitalnorth.trust.broker.BrokerPasswords;
import eu.digitalnorth.trust.broker.BrokerPrincipal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.TopicPartition;

/**
 * Runs a service against recordings. Each run has servers of its own, so that nothing of an earlier
 * one is there.
 */
public final class Sandbox {
  /** Those whose every act follows from a message. The others are driven by people, too. */
  public static final Set<Service> SERVICES = Set.of(Service.EVIDENCE);

  private final Supplier<? extends SandboxServers> servers;
  private final Progress progress;
  private final Watcher watcher;

  /**
   * @param servers starts empty ones
   * @param watcher is told how many requests were decided upon
   */
  public Sandbox(Supplier<? extends SandboxServers> servers, Progress progress, Watcher watcher) {
    this.servers = servers;
    this.progress = progress;
    this.watcher = watcher;
  }

  /**
   * Gives the service each recorded request, with the time and the state that its decision was made
   * with, and compares.
   *
   * @throws ReplayException if that cannot be meant, or something does not run
   */
  public Replayed replay(Bundle bundle, ServiceProgram program, SandboxSettings settings) {
    refuseNonsense(bundle, program, settings);
    Role role = new Role(program.service(), settings.country(), CountryProfiles.load().codes());
    Script script = Script.of(bundle, role);
    if (script.steps().isEmpty()) {
      throw new ReplayException(
          Failure.TOPIC,
          "The recording has no request that %s of %s has decided upon."
              .formatted(program.service().id(), settings.country()));
    }
    try (SandboxFolder folder = SandboxFolder.create();
        SandboxServers running = servers.get()) {
      settings.keys().place(bundle, settings.country(), running.keys());
      return new Run(bundle, program, settings, role, script, folder, running).replayed();
    } catch (ServerException e) {
      throw new ReplayException(Failure.SANDBOX, String.valueOf(e.getMessage()), e);
    }
  }

  private static void refuseNonsense(
      Bundle bundle, ServiceProgram program, SandboxSettings settings) {
    if (!SERVICES.contains(program.service())) {
      throw new ReplayException(
          Failure.USAGE,
          "The sandbox knows the service evidence; what %s does follows from more than messages."
              .formatted(program.service().id()));
    }
    if (CountryProfiles.load().find(settings.country()).isEmpty()) {
      throw new ReplayException(
          Failure.USAGE, "There is no country %s.".formatted(settings.country()));
    }
    if (bundle.manifest().redactionPolicy() != null && !settings.redacted()) {
      throw new ReplayException(
          Failure.USAGE,
          "The recording is redacted, and its signatures are not true any more: a service that"
              + " verifies refuses everything. If this one verifies nothing, say --redacted.");
    }
    settings
        .keys()
        .objection(bundle, settings.country())
        .ifPresent(
            objection -> {
              throw new ReplayException(Failure.USAGE, objection);
            });
  }

  /** One run, whose servers are up. */
  private final class Run {
    private final Bundle bundle;
    private final ServiceProgram program;
    private final SandboxSettings settings;
    private final Role role;
    private final Script script;
    private final SandboxFolder folder;
    private final SandboxServers running;
    private final Connection connection;
    private final Set<String> moved = new HashSet<>();

    Run(
        Bundle bundle,
        ServiceProgram program,
        SandboxSettings settings,
        Role role,
        Script script,
        SandboxFolder folder,
        SandboxServers running) {
      this.bundle = bundle;
      this.program = program;
      this.settings = settings;
      this.role = role;
      this.script = script;
      this.folder = folder;
      this.running = running;
      this.connection = running.administrator();
    }

    Replayed replayed() {
      try (Admin admin = connection.admin();
          Producer<byte[], byte[]> producer =
              connection.producer(Map.of("max.request.size", 4 * 1024 * 1024))) {
        SchemaIds ids = prepare(admin);
        Feeder feeder = new Feeder(producer, ids, connection.servers());
        fedPartitions().forEach(partition -> feeder.beginAtRecordedOffset(partition, admin));
        progress.report("Starting " + program.service().id());
        try (ServiceRun service =
            ServiceRun.start(
                program,
                settings.country(),
                running,
                folder.path(),
                script.steps().getFirst().at())) {
          feed(feeder, new Consumption(admin, connection.servers(), service), service);
        }
      }
      return compared();
    }

    private SchemaIds prepare(Admin admin) {
      BrokerPasswords passwords = new BrokerPasswords(running.keys());
      passwords.createMissing(role.participants().stream().map(BrokerPrincipal::of).toList());
      new PrincipalSetup(admin, passwords).admit(role.participants());
      createTopics(admin);
      String url = running.schemaRegistryUrl();
      new SchemaRegistration(SchemaRegistryClients.create(URI.create(url)))
          .register(role.participants());
      return SchemaIds.register(
          new SchemaPlan(bundle.manifest()).of(fedTopics()), bundle, Registry.at(url));
    }

    /** Nothing in them is ever deleted or compacted away: old timestamps would be at once. */
    private void createTopics(Admin admin) {
      List<NewTopic> topics = new ArrayList<>();
      role.topics()
          .forEach(
              (name, partitions) -> {
                int recorded = bundle.manifest().partitionsOf(name);
                topics.add(
                    new NewTopic(name, recorded == 0 ? partitions : recorded, (short) 1)
                        .configs(
                            Map.of(
                                "cleanup.policy", "delete",
                                "retention.ms", "-1",
                                "max.message.bytes", Integer.toString(4 * 1024 * 1024))));
              });
      try {
        admin.createTopics(topics).all().get();
      } catch (ExecutionException e) {
        throw KafkaFailures.explained(e, connection.servers());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new ReplayException(Failure.BROKER, "Interrupted.", e);
      }
    }

    private List<String> fed() {
      List<String> fed = new ArrayList<>(role.trust());
      fed.addAll(role.states());
      fed.addAll(role.inboxes());
      return fed;
    }

    private List<RecordedPartition> fedPartitions() {
      Set<String> fed = new HashSet<>(fed());
      return bundle.manifest().partitions().stream().filter(p -> fed.contains(p.topic())).toList();
    }

    private List<TargetTopic> fedTopics() {
      Map<String, List<RecordedPartition>> contents = new HashMap<>();
      fedPartitions()
          .forEach(p -> contents.computeIfAbsent(p.topic(), topic -> new ArrayList<>()).add(p));
      return contents.entrySet().stream()
          .map(
              topic ->
                  new TargetTopic(
                      topic.getKey(),
                      topic.getKey(),
                      topic.getValue().size(),
                      true,
                      topic.getValue()))
          .toList();
    }

    private void feed(Feeder feeder, Consumption consumption, ServiceRun service) {
      try (StateFeed trust = state(role.trust(), role.trustGroup(), feeder, consumption, service);
          StateFeed states = state(role.states(), role.stateGroup(), feeder, consumption, service);
          InboxFeed inboxes = new InboxFeed(bundle, role, feeder, consumption)) {
        int done = 0;
        for (Step step : script.steps()) {
          bringTo(step, trust, states, service);
          inboxes.next(step.partition());
          watcher.at(++done, script.steps().size(), done);
        }
        Instant last = script.steps().getLast().at();
        service.setClock(last);
        trust.advanceToEnd();
        states.advanceToEnd();
        moved.addAll(trust.elsewhere());
        moved.addAll(states.elsewhere());
        moved.addAll(inboxes.elsewhere());
      }
    }

    private StateFeed state(
        List<String> topics,
        String group,
        Feeder feeder,
        Consumption consumption,
        ServiceRun service) {
      return new StateFeed(
          bundle, topics, group, feeder, consumption, script.decisions(), service::setClock);
    }

    /** Keys first: what they have signed is not taken in before. */
    private void bringTo(Step step, StateFeed trust, StateFeed states, ServiceRun service) {
      service.setClock(step.at());
      Map<TopicPartition, Long> seen = step.seen();
      if (seen == null) {
        trust.advanceTo(step.at(), step.bounds());
        states.advanceTo(step.at(), step.bounds());
      } else {
        trust.advanceTo(seen);
        states.advanceTo(seen);
      }
      service.setClock(step.at());
    }

    private Replayed compared() {
      Path said = folder.path().resolve("said");
      new Capture(connection, Clock.systemUTC(), Watcher.none())
          .record(said, Selection.of(role.outputs().toArray(String[]::new)), Limits.none());
      Path expected = folder.folder("recorded").resolve(bundle.path().getFileName());
      Path actual =
          folder
              .folder("replayed")
              .resolve(program.service().id() + '-' + settings.country().lower());
      Set<String> topics = Set.copyOf(role.outputs());
      Excerpt.write(bundle, topics, wanted(), expected);
      try (Bundle all = Bundle.open(said)) {
        Excerpt.write(all, topics, wanted(), actual);
      }
      Path save = settings.save();
      if (save != null) {
        ZipPacking.pack(actual, save);
      }
      try (Bundle one = Bundle.open(expected);
          Bundle other = Bundle.open(actual)) {
        return new Replayed(Comparison.of(one, other, rules()), script.steps().size(), notes());
      }
    }

    private Predicate<RecordedRecord> wanted() {
      Set<String> exchanges = settings.exchanges();
      return record ->
          role.wrote(record)
              && (exchanges.isEmpty() || exchanges.contains(String.valueOf(record.keyText())));
    }

    private CompareSettings rules() {
      boolean inboxesMoved = role.inboxes().stream().anyMatch(moved::contains);
      boolean statesMoved = moved.stream().anyMatch(topic -> !role.inboxes().contains(topic));
      List<CompareRule> rules = new ArrayList<>(SandboxRules.of(statesMoved, inboxesMoved));
      rules.addAll(settings.rules());
      return new CompareSettings(rules, Set.of(), "", Map.of());
    }

    private List<String> notes() {
      List<String> notes = new ArrayList<>();
      if (script.undecided() > 0) {
        notes.add(
            "%,d requests were not decided upon when the recording ended, and are left out."
                .formatted(script.undecided()));
      }
      moved.stream()
          .sorted()
          .forEach(
              topic ->
                  notes.add(
                      "%s has its records at other offsets than it had: what was between them is not in the recording."
                          .formatted(topic)));
      return notes;
    }
  }
}
