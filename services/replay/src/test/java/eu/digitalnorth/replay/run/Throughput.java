package eu.digitalnorth.replay.run;

import static org.assertj.core.api.Assertions.assertThat;

import eu.digitalnorth.messaging.envelope.Header;
import eu.digitalnorth.messaging.envelope.RawRecord;
import eu.digitalnorth.messaging.fixture.RawTopics;
import eu.digitalnorth.replay.Watcher;
import eu.digitalnorth.replay.bundle.Bundle;
import eu.digitalnorth.replay.bundle.Payload;
import eu.digitalnorth.replay.bundle.RecordedRecord;
import eu.digitalnorth.replay.bundle.Recordings;
import eu.digitalnorth.replay.command.ReplayCommand;
import eu.digitalnorth.replay.fixture.Cluster;
import eu.digitalnorth.testservers.TestServers;
import eu.digitalnorth.trust.broker.BrokerPasswords;
import eu.digitalnorth.trust.broker.BrokerPrincipal;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Measures capture and run beside kcat, on the same data, broker and machine, in the same run; see
 * {@code services/replay/throughput}. Records are of the size of the exchange's: about 1.5 kB of
 * value and ten headers.
 */
class Throughput {
  static final String RECORDS = "exchange.replay.throughput";

  private static final int CHUNK = 20_000;
  private static final int VALUE_BYTES = 1_125; // 1,500 in base64, so that kcat can read it by line
  private static final List<Header> HEADERS =
      List.of(
          Header.of("ce_specversion", "1.0"),
          Header.of("ce_id", "1b4e28ba-2fa1-4d2e-883f-0016d3cca427"),
          Header.of("ce_type", "eu.digitalnorth.evidence.response.v1"),
          Header.of("ce_source", "urn:digital-north:ee:evidence"),
          Header.of("ce_subject", "6fa459ea-ee8a-4ca4-894e-db77e160355e"),
          Header.of("ce_time", "2026-11-22T10:00:00.123Z"),
          Header.of("ce_dataschema", "urn:sha256:" + "a".repeat(64)),
          Header.of("content-type", "application/avro"),
          Header.of("traceparent", "00-" + "b".repeat(32) + "-" + "c".repeat(16) + "-01"),
          Header.of("signature", "d".repeat(43) + ":" + "e".repeat(86)));

  private final Cluster cluster = new Cluster();
  private final int records = Integer.getInteger(RECORDS, 1_000_000);

  @TempDir private Path folder;

  /**
   * What is alive in the heap after a collection, at most, must not depend on how many there are.
   */
  @Test
  void memoryStaysFlat() throws Exception {
    for (int count : List.of(10_000, records)) {
      String topic = cluster.topic("memory." + UUID.randomUUID(), 3, Map.of());
      write(topic, folder.resolve("lines" + count), count);
      Path connection = Cluster.file(folder, cluster.administrator().withRegistry(null));
      Path bundle = folder.resolve("bundle" + count);
      seconds(replay("capture", bundle, "--topic", topic, "--connection", connection));
      System.out.printf("memory      %,10d records captured, %d MB alive%n", count, alive());
      seconds(replay("run", bundle, "--pace", "fast", "--connection", connection));
      System.out.printf("memory      %,10d records replayed, %d MB alive%n", count, alive());
    }
  }

  /** The most that any collection left, in MB. */
  private long alive() throws IOException {
    Pattern left = Pattern.compile("->([0-9]+)M\\(");
    return Files.readAllLines(folder.resolve("gc.log")).stream()
        .map(left::matcher)
        .filter(Matcher::find)
        .mapToLong(found -> Long.parseLong(found.group(1)))
        .max()
        .orElse(0);
  }

  @Test
  void captureAndRunAreAsFastAsKcat() throws Exception {
    String topic = cluster.topic("throughput." + UUID.randomUUID(), 3, Map.of());
    Path lines = folder.resolve("lines");
    write(topic, lines, records);
    Path kcat = kcatConfiguration();
    Path connection = Cluster.file(folder, cluster.administrator().withRegistry(null));
    Path bundle = folder.resolve("bundle");

    double kcatReads =
        seconds(kcat(kcat, "-C", "-t", topic, "-o", "beginning", "-e", "-f", "%k %h %s\\n"));
    double captures =
        seconds(
            replay(
                "capture",
                bundle,
                "--topic",
                topic,
                "--connection",
                connection,
                "--registry",
                "none"));
    try (Bundle captured = Bundle.openVerified(bundle)) {
      assertThat(captured.manifest().records()).isEqualTo(records);
    }
    String copy = cluster.topic("kcat." + UUID.randomUUID(), 3, Map.of());
    double kcatWrites = seconds(produce(kcat, copy, lines));
    double runs =
        seconds(
            replay(
                "run",
                bundle,
                "--prefix",
                "replay.",
                "--pace",
                "fast",
                "--headers",
                "as-recorded",
                "--connection",
                connection,
                "--registry",
                "none"));

    System.out.printf("kcat reads  %,10.0f records/s%n", records / kcatReads);
    System.out.printf("capture     %,10.0f records/s%n", records / captures);
    System.out.printf("kcat writes %,10.0f records/s%n", records / kcatWrites);
    System.out.printf("run         %,10.0f records/s%n", records / runs);
  }

  @Test
  void atRecordedPaceIntervalsDifferByLessThanFiveMilliseconds() {
    List<RecordedRecord> recorded =
        IntStream.range(0, 1_000)
            .mapToObj(i -> Recordings.record("paced", 0, i * 10L + i % 7, "k", Payload.raw(null)))
            .toList();
    String target = "replay." + UUID.randomUUID();
    try (Bundle bundle = Bundle.open(Recordings.write(folder.resolve("paced"), recorded))) {
      Run run =
          new Run(
              bundle,
              cluster.administrator(),
              RunSettings.everything()
                  .to(new TopicMapping("", Map.of("paced", target)))
                  .at(new Pace.Intervals(1)));
      run.execute(run.plan(), Watcher.none(), () -> false);
    }

    List<RawRecord> replayed = new RawTopics(cluster.administrator().settings()).readAll(target);
    double[] errors =
        IntStream.range(1, replayed.size())
            .mapToDouble(i -> Math.abs(interval(replayed, i) - interval(recorded, i)))
            .sorted()
            .toArray();
    double p95 = errors[(int) (errors.length * 0.95)];
    System.out.printf("pace        %10.0f ms off at p95%n", p95);
    assertThat(p95).isLessThan(5);
  }

  private static long interval(List<?> records, int i) {
    return timestamp(records.get(i)) - timestamp(records.get(i - 1));
  }

  private static long timestamp(Object record) {
    return record instanceof RawRecord raw
        ? raw.timestamp()
        : ((RecordedRecord) record).timestamp();
  }

  private void write(String topic, Path lines, int count) {
    Random random = new Random(1);
    byte[] value = new byte[VALUE_BYTES];
    try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(lines))) {
      for (int from = 0; from < count; from += CHUNK) {
        List<RecordedRecord> chunk = new ArrayList<>();
        for (int i = from; i < Math.min(count, from + CHUNK); i++) {
          random.nextBytes(value);
          String text = Base64.getEncoder().encodeToString(value);
          String key = new UUID(random.nextLong(), random.nextLong()).toString();
          out.println(key + ':' + text);
          chunk.add(
              Recordings.record(
                  topic,
                  i % 3,
                  i,
                  key,
                  Payload.raw(Recordings.bytes(text)),
                  HEADERS.toArray(Header[]::new)));
        }
        cluster.write(topic, chunk);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path kcatConfiguration() throws IOException {
    TestServers servers = TestServers.shared();
    return Files.writeString(
        folder.resolve("kcat.conf"),
        """
        bootstrap.servers=%s
        security.protocol=SASL_PLAINTEXT
        sasl.mechanism=PLAIN
        sasl.username=admin
        sasl.password=%s
        """
            .formatted(
                servers.administrationServers(),
                new BrokerPasswords(TestServers.keysDirectory()).of(BrokerPrincipal.ADMIN)));
  }

  private ProcessBuilder kcat(Path configuration, String... arguments) {
    List<String> command = new ArrayList<>(List.of("kcat", "-F", configuration.toString(), "-q"));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectOutput(folder.resolve("kcat.out").toFile());
  }

  private ProcessBuilder produce(Path configuration, String topic, Path lines) {
    List<String> arguments =
        new ArrayList<>(List.of("-P", "-t", topic, "-K", ":", "-X", "linger.ms=5", "-l"));
    for (Header header : HEADERS) {
      arguments.add(0, header.name() + '=' + new String(header.value(), StandardCharsets.UTF_8));
      arguments.add(0, "-H");
    }
    arguments.add(lines.toString());
    return kcat(configuration, arguments.toArray(String[]::new));
  }

  /** As the launcher's script starts it. */
  private ProcessBuilder replay(Object... arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "-Xss512k",
                "-XX:+UseSerialGC",
                "-Xlog:gc:file=" + folder.resolve("gc.log"),
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=off",
                "-cp",
                System.getProperty("java.class.path"),
                ReplayCommand.class.getName()));
    for (Object argument : arguments) {
      command.add(argument.toString());
    }
    return new ProcessBuilder(command).redirectOutput(folder.resolve("replay.out").toFile());
  }

  private static double seconds(ProcessBuilder builder) throws Exception {
    long begun = System.nanoTime();
    Process process =
        builder.redirectErrorStream(false).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    assertThat(process.waitFor(30, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).isZero();
    return (System.nanoTime() - begun) / 1e9;
  }
}
