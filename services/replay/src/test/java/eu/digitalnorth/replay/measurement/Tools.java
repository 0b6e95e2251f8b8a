package eu.digitalnorth.replay.measurement;

import static org.assertj.core.api.Assertions.assertThat;

import eu.digitalnorth.messaging.envelope.Header;
import eu.digitalnorth.replay.command.ReplayCommand;
import eu.digitalnorth.replay.fixture.Cluster;
import eu.digitalnorth.testservers.TestServers;
import eu.digitalnorth.trust.broker.BrokerPasswords;
import eu.digitalnorth.trust.broker.BrokerPrincipal;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** What is measured, as processes of their own: kcat, and replay as the launcher starts it. */
final class Tools {
  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();

  /** As in {@code exchange}, which tells why. */
  private static final List<String> COMPILER =
      List.of(
          "-XX:Tier4InvocationThreshold=50000",
          "-XX:Tier4MinInvocationThreshold=6000",
          "-XX:Tier4CompileThreshold=150000",
          "-XX:Tier4BackEdgeThreshold=400000");

  private final Path folder;
  private final Path kcatConfiguration;
  private final Path connection;

  Tools(Cluster cluster, Path folder) throws IOException {
    this.folder = folder;
    this.connection = Cluster.file(folder, cluster.administrator().withRegistry(null));
    TestServers servers = TestServers.shared();
    this.kcatConfiguration =
        Files.writeString(
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

  /** Reads a topic, and writes all that a recording has of a record to a file. */
  List<String> kcatConsuming(String topic) {
    return kcat("-C", "-t", topic, "-o", "beginning", "-e", "-f", "%t %p %o %T %k %h %s\\n");
  }

  /** Produces lines, with keys and headers; acknowledged by all replicas. */
  List<String> kcatProducing(String topic, Path lines) {
    List<String> arguments = new ArrayList<>(List.of("-P", "-t", topic, "-K", ":"));
    arguments.addAll(List.of("-X", "acks=all", "-X", "linger.ms=5"));
    for (Header header : Traffic.HEADERS) {
      arguments.add("-H");
      arguments.add(header.name() + '=' + new String(header.value(), StandardCharsets.UTF_8));
    }
    arguments.addAll(List.of("-l", lines.toString()));
    return kcat(arguments.toArray(String[]::new));
  }

  private List<String> kcat(String... arguments) {
    List<String> command =
        new ArrayList<>(List.of("kcat", "-F", kcatConfiguration.toString(), "-q"));
    command.addAll(List.of(arguments));
    return command;
  }

  /**
   * With what it has learnt of its classes when it ran before, and without a log, as the launcher
   * has it.
   */
  List<String> replay(Object... arguments) {
    String jars =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(element -> element.endsWith(".jar") && !element.contains("logback"))
            .collect(Collectors.joining(File.pathSeparator));
    return java(
        List.of(
            "-XX:+AutoCreateSharedArchive",
            "-XX:SharedArchiveFile=" + folder.resolve("replay.jsa"),
            "-Xlog:cds=off",
            "-Xlog:cds+dynamic=off",
            "-cp",
            jars,
            ReplayCommand.class.getName()),
        arguments);
  }

  /** The same under the eyes of {@link LiveHeap}. */
  List<String> watched(Object... arguments) {
    return java(
        List.of("-cp", System.getProperty("java.class.path"), LiveHeap.class.getName()), arguments);
  }

  private List<String> java(List<String> optionsAndMain, Object... arguments) {
    List<String> command = new ArrayList<>(List.of(JAVA, "-Xmx384m", "-Xss512k"));
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:-UsePerfData"));
    command.addAll(COMPILER);
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("-Dorg.slf4j.simpleLogger.defaultLogLevel=off");
    command.addAll(optionsAndMain);
    for (Object argument : arguments) {
      command.add(argument.toString());
    }
    command.addAll(List.of("--connection", connection.toString()));
    return command;
  }

  /**
   * How long it took, from its start to its end. What others have written is on the disk before, so
   * that it does not have to wait for that.
   */
  double seconds(List<String> command) throws Exception {
    assertThat(new ProcessBuilder("sync").start().waitFor()).isZero();
    long begun = System.nanoTime();
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(output().toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    assertThat(process.waitFor(30, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).isZero();
    return (System.nanoTime() - begun) / 1e9;
  }

  /** What the last one has said. */
  Path output() {
    return folder.resolve("output");
  }
}
