package eu.digitalnorth.replay.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.digitalnorth.messaging.envelope.Header;
import eu.digitalnorth.messaging.envelope.RawRecord;
import eu.digitalnorth.messaging.fixture.ExchangeFixture;
import eu.digitalnorth.messaging.fixture.RawTopics;
import eu.digitalnorth.replay.cluster.Connection;
import eu.digitalnorth.replay.command.CommandLineFixture.Result;
import eu.digitalnorth.replay.fixture.Cluster;
import eu.digitalnorth.replay.letters.LetterFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Letters of countries of which no service runs; a service's own are in the messaging tests. */
class RedriveIT {
  private static final int MANY = 1_500;
  private static final Duration PATIENCE = Duration.ofSeconds(120);

  private static ExchangeFixture exchange;
  private static Cluster cluster;

  @TempDir private Path folder;

  @BeforeAll
  static void prepare() {
    exchange = ExchangeFixture.between("fi", "se", "lt", "lv");
    cluster = new Cluster();
  }

  @Test
  void aLetterThatIsNamedGoesBackAsItWasFirstSentAndOnceOnly() throws Exception {
    String key = key();
    write(LetterFixture.letter("fi", 2, key, Header.of("ce_id", "1"), new Header("odd", null)));
    String id = idOf("fi", key);

    Result first = redrive("fi", id);
    Result second = redrive("fi", id);

    assertThat(first.exitCode()).as(first.err()).isZero();
    assertThat(first.out()).contains("1 sent again, 0 parked");
    assertThat(second.out()).contains("0 sent again, 0 parked; 1 had been before");
    RawRecord sent = onlyIn("fi", key);
    assertThat(sent.partition()).isEqualTo(2);
    assertThat(sent.value()).asString().isEqualTo("value of " + key);
    assertThat(sent.headers())
        .extracting(Header::name)
        .containsExactly("ce_id", "odd", "redrive-of", "redrive-attempt");
    assertThat(list("fi", "--key", key).out()).contains("re-driven");
  }

  @Test
  void aDryRunTellsWhatWouldBeDoneAndDoesNothing() throws Exception {
    String key = key();
    write(LetterFixture.letter("fi", 0, key));

    Result result = redrive("fi", "--key", key, "--dry-run");

    assertThat(result.out())
        .contains("to fi.evidence.request.v1", "1 would be sent again", "Nothing was done.");
    assertThat(inbox("fi", key)).isEmpty();
  }

  @Test
  void noMoreThanAllowedAreSentInOneGo() throws Exception {
    String key = key();
    write(
        IntStream.range(0, 5)
            .mapToObj(i -> LetterFixture.letter("fi", 0, key, Header.of("n", "" + i)))
            .toArray(RawRecord[]::new));

    assertThat(redrive("fi", "--key", key, "--cap", 3).out())
        .contains("3 sent again", "2 were beyond the cap");
    assertThat(inbox("fi", key))
        .extracting(r -> r.header("n").orElse(""))
        .containsExactly("0", "1", "2");
    assertThat(redrive("fi", "--key", key, "--cap", 3).out())
        .contains("2 sent again", "3 had been before", "0 were beyond the cap");
    assertThat(inbox("fi", key)).hasSize(5);
  }

  @Test
  void whatCameBackIsParkedOnceAndNotSent() throws Exception {
    String key = key();
    write(LetterFixture.letter("fi", 1, key, Header.of("redrive-attempt", "1")));
    assertThat(list("fi", "--key", key).out()).contains("came back");

    assertThat(redrive("fi", "--key", key).out()).contains("0 sent again, 1 parked");
    assertThat(redrive("fi", "--key", key).out()).contains("0 sent again, 0 parked; 1 had been");

    assertThat(inbox("fi", key)).isEmpty();
    assertThat(parked("fi", key))
        .singleElement()
        .satisfies(r -> assertThat(r.header("dlt-reason")).contains("PROCESSING_FAILED"));
    assertThat(list("fi", "--key", key).out()).contains("parked");
  }

  @Test
  void whatCameBackOnceIsTriedAgainWhereThatIsAllowed() throws Exception {
    String key = key();
    write(LetterFixture.letter("fi", 1, key, Header.of("redrive-attempt", "1")));

    assertThat(redrive("fi", "--key", key, "--attempts", 2).out()).contains("1 sent again");

    assertThat(onlyIn("fi", key).header("redrive-attempt")).contains("2");
  }

  /** Anybody who may write to an inbox may write such a header. */
  @Test
  void aRecordThatOnlySaysItIsTheLetterSentAgainIsNotBelieved() throws Exception {
    String key = key();
    write(LetterFixture.letter("fi", 0, key));
    String id = idOf("fi", key);
    write(
        new RawRecord(
            LetterFixture.inbox("fi"),
            0,
            0,
            0,
            key.getBytes(),
            "forged".getBytes(),
            List.of(Header.of("redrive-of", id))));

    assertThat(redrive("fi", id).out()).contains("1 sent again");
  }

  @Test
  void stateStaysWhereItIs() throws Exception {
    String key = key();
    RawRecord letter = LetterFixture.letter("fi", 0, key);
    write(
        new RawRecord(
            "fi.dlt.evidence.fi.register.person.v1",
            0,
            0,
            0,
            letter.key(),
            letter.value(),
            letter.headers()));

    assertThat(list("fi", "--key", key).out()).contains("stays");
    assertThat(redrive("fi", "--key", key).out()).contains("0 sent again, 0 parked", "1 cannot be");
  }

  @Test
  void whoMayDoItForOneCountryDoesNotSeeTheLettersOfAnother() throws Exception {
    String key = key();
    write(LetterFixture.letter("se", 0, key));
    String id = idOf("se", key);

    Result result = redrive("fi", id);

    assertThat(result.exitCode()).isEqualTo(7);
    assertThat(result.err()).contains("There is no dead letter " + id + " that we may see.");
    assertThat(inbox("se", key)).isEmpty();
  }

  @Test
  void whoOnlyReadsMayNotDoIt() throws Exception {
    String key = key();
    write(LetterFixture.letter("fi", 0, key));

    Result result =
        run("redrive", "--key", key, "--connection", file(cluster.tester(exchange, "fi", "se")));

    assertThat(result.exitCode()).isEqualTo(5);
    assertThat(result.err().lines()).singleElement().asString().contains("does not allow it");
    assertThat(inbox("fi", key)).isEmpty();
  }

  @Test
  void aLetterIsShownWithItsReasonAndNothingThatATerminalObeys() throws Exception {
    String key = key();
    write(LetterFixture.letter("fi", 0, key, Header.of("evil", "\u001b[2Jgone")));

    Result result =
        run("show", idOf("fi", key), "--connection", file(cluster.tester(exchange, "fi")));

    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(result.out())
        .contains(
            "PROCESSING_FAILED: a bug",
            "fi.evidence.request.v1-0@-1",
            "waiting",
            "\"value of " + key + "\"")
        .doesNotContain("\u001b");
  }

  @Test
  void itMustBeSaidWhichLettersAreMeant() throws Exception {
    Path connection = file(cluster.redrive(exchange, "fi"));

    assertThat(run("redrive", "--connection", connection).exitCode()).isEqualTo(2);
    assertThat(run("redrive", "nonsense", "--connection", connection).err())
        .contains("\"nonsense\" names no dead letter");
    assertThat(run("redrive", "--all", "--key", "k", "--connection", connection).exitCode())
        .isEqualTo(2);
  }

  /** Killed again and again amid its work, until nothing is left to do. */
  @Test
  void afterKillsNothingIsDoneTwiceAndNothingIsForgotten() throws Exception {
    write(
        IntStream.range(0, MANY)
            .mapToObj(i -> LetterFixture.letter("lv", i % 3, "killed-" + i))
            .toArray(RawRecord[]::new));
    Path connection = file(cluster.redrive(exchange, "lv"));
    for (int kill = 1; kill <= 3; kill++) {
      Path said = folder.resolve("said" + kill);
      Process process = start(connection, said);
      int enough = 100 * kill;
      await()
          .atMost(PATIENCE)
          .pollInterval(Duration.ofMillis(5))
          .until(() -> lines(said) >= enough || !process.isAlive());
      process.destroyForcibly().waitFor();
    }

    Result last = run("redrive", "--all", "--cap", MANY, "--connection", connection);

    assertThat(last.exitCode()).as(last.err()).isZero();
    assertThat(committed(LetterFixture.inbox("lv")))
        .extracting(RawTopics::keyOf)
        .doesNotHaveDuplicates()
        .hasSize(MANY);
  }

  private Process start(Path connection, Path said) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx128m",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            DeadLettersCommand.class.getName(),
            "redrive",
            "--all",
            "--cap",
            Integer.toString(MANY),
            "--connection",
            connection.toString())
        .redirectErrorStream(true)
        .redirectOutput(said.toFile())
        .start();
  }

  private static long lines(Path file) throws IOException {
    if (!Files.exists(file)) {
      return 0;
    }
    return Files.readAllLines(file).stream().filter(line -> line.contains("re-driven")).count();
  }

  private static String key() {
    return UUID.randomUUID().toString();
  }

  private static void write(RawRecord... records) {
    new RawTopics(cluster.administrator().settings()).publish(records);
  }

  private static List<RawRecord> inbox(String country, String key) {
    return committed(LetterFixture.inbox(country)).stream()
        .filter(raw -> key.equals(RawTopics.keyOf(raw)))
        .toList();
  }

  private static RawRecord onlyIn(String country, String key) {
    List<RawRecord> found = inbox(country, key);
    assertThat(found).hasSize(1);
    return found.getFirst();
  }

  private static List<RawRecord> parked(String country, String key) {
    return committed(country + ".dlt.parked").stream()
        .filter(raw -> key.equals(RawTopics.keyOf(raw)))
        .toList();
  }

  /** As services read. */
  private static List<RawRecord> committed(String topic) {
    Map<String, Object> settings = new HashMap<>(cluster.administrator().settings());
    settings.put("isolation.level", "read_committed");
    return new RawTopics(settings).readAll(topic);
  }

  private String idOf(String country, String key) throws IOException {
    return list(country, "--key", key).out().lines().findFirst().orElseThrow().split(" ")[0];
  }

  private Result list(String country, Object... arguments) throws IOException {
    return run(
        with(
            arguments,
            "list",
            "--connection",
            file(cluster.tester(exchange, "fi", "se", country))));
  }

  private Result redrive(String country, Object... arguments) throws IOException {
    return run(
        with(arguments, "redrive", "--connection", file(cluster.redrive(exchange, country))));
  }

  private static Object[] with(Object[] more, Object... first) {
    Object[] all = new Object[first.length + more.length];
    System.arraycopy(first, 0, all, 0, first.length);
    System.arraycopy(more, 0, all, first.length, more.length);
    return all;
  }

  private Path file(Connection connection) throws IOException {
    return Cluster.file(folder, connection);
  }

  private static Result run(Object... arguments) {
    return CommandLineFixture.execute(DeadLettersCommand.commandLine(), arguments);
  }
}
