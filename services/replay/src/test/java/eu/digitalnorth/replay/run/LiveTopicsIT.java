package eu.digitalnorth.replay.run;

import static eu.digitalnorth.replay.fixture.Failing.fails;
import static eu.digitalnorth.replay.run.Runs.everythingUnder;
import static eu.digitalnorth.replay.run.Runs.run;
import static org.assertj.core.api.Assertions.assertThat;

import eu.digitalnorth.messaging.fixture.ExchangeFixture;
import eu.digitalnorth.replay.Failure;
import eu.digitalnorth.replay.bundle.Payload;
import eu.digitalnorth.replay.bundle.Recordings;
import eu.digitalnorth.replay.fixture.Cluster;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where old records would be taken for new ones. */
class LiveTopicsIT {
  private static final String INBOX = "ee.evidence.request.v1";

  private static ExchangeFixture exchange;

  private final Cluster cluster = new Cluster();

  @TempDir private Path folder;

  @BeforeAll
  static void prepare() {
    exchange = ExchangeFixture.between("ee", "no");
  }

  @Test
  void topicsThatServicesReadAreRefusedUnlessToldTwice() {
    Path bundle = recordingOfAnInbox();
    RunSettings there = everythingUnder("");
    long before = exchange.topics().readAll(INBOX).size();

    fails(() -> run(bundle, cluster.administrator(), there), Failure.USAGE, "--live");
    fails(
        () ->
            run(
                bundle,
                cluster.administrator(),
                there.with(new Consent(LiveTopics.SAID_ONCE, false))),
        Failure.USAGE,
        "--confirm-live");
    assertThat(exchange.topics().readAll(INBOX)).hasSize((int) before);
  }

  @Test
  void replaysPrincipalCannotBeTalkedInto() {
    Path bundle = recordingOfAnInbox();

    fails(
        () ->
            run(
                bundle,
                cluster.replay(exchange),
                everythingUnder("").with(new Consent(LiveTopics.SAID_TWICE, false))),
        Failure.REFUSED,
        INBOX);
  }

  private Path recordingOfAnInbox() {
    return Recordings.write(
        folder.resolve("r"),
        List.of(Recordings.record(INBOX, 0, 0, "k", Payload.raw(new byte[] {1}))));
  }
}
