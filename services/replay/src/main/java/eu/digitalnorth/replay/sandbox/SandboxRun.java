package eu.digitalnorth.replay.sandbox;

import eu.digitalnorth.replay.Watcher;
import eu.digitalnorth.replay.bundle.Bundle;
import eu.digitalnorth.replay.cluster.Connection;
import eu.digitalnorth.servers.Progress;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.TopicPartition;

/** One run of a service, on servers that are up, keys being in their place. */
final class SandboxRun {
  private final Bundle bundle;
  private final ServiceProgram program;
  private final Role role;
  private final Script script;
  private final SandboxFolder folder;
  private final SandboxServers servers;
  private final Connection connection;
  private final Set<String> moved = new HashSet<>();

  SandboxRun(
      Bundle bundle,
      ServiceProgram program,
      Role role,
      Script script,
      SandboxFolder folder,
      SandboxServers servers) {
    this.bundle = bundle;
    this.program = program;
    this.role = role;
    this.script = script;
    this.folder = folder;
    this.servers = servers;
    this.connection = servers.administrator();
  }

  /** Topics that have their records at other offsets than they had, once it was fed. */
  Set<String> moved() {
    return moved;
  }

  /** Starts the service, gives it everything, and stops it. */
  void feed(Progress progress, Watcher watcher) {
    try (Admin admin = connection.admin();
        Producer<byte[], byte[]> producer = connection.producer(Preparation.producerSettings())) {
      Preparation preparation = new Preparation(bundle, role, servers);
      Feeder feeder = new Feeder(producer, preparation.prepare(admin), connection.servers());
      preparation.fed().forEach(partition -> feeder.beginAtRecordedOffset(partition, admin));
      progress.report("Starting " + program.service().id());
      try (ServiceRun service =
          ServiceRun.start(
              program, role.country(), servers, folder.path(), script.steps().getFirst().at())) {
        feed(feeder, new Consumption(admin, connection.servers(), service), service, watcher);
      }
    }
  }

  private void feed(Feeder feeder, Consumption consumption, ServiceRun service, Watcher watcher) {
    try (StateFeed trust = state(role.trust(), role.trustGroup(), feeder, consumption, service);
        StateFeed states = state(role.states(), role.stateGroup(), feeder, consumption, service);
        InboxFeed inboxes = new InboxFeed(bundle, role, feeder, consumption)) {
      int done = 0;
      for (Step step : script.steps()) {
        bringTo(step, trust, states, service);
        inboxes.next(step.partition());
        watcher.at(++done, script.steps().size(), done);
      }
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
  private static void bringTo(Step step, StateFeed trust, StateFeed states, ServiceRun service) {
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
}
