package eu.digitalnorth.systemtests.compose;

import static org.awaitility.Awaitility.await;

import eu.digitalnorth.local.installation.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The containers of docker-compose.yml, three countries of them, by the commands that people use.
 */
final class Compose {
  /** Of whoever changes what runs. */
  static final String LOCK = "Compose";

  private static final Path ROOT = Home.find().root();

  private static final Duration PATIENCE = Duration.ofMinutes(8);
  private static final List<String> COMPOSE = command();

  private Compose() {}

  /** Starts what does not run, and returns when everything is healthy. */
  static void up(String... options) {
    run(Stream.concat(Stream.of("up", "-d"), Arrays.stream(options)));
    awaitHealthy();
  }

  /**
   * Some services as another file of Compose has them on top; {@link #up} makes them again what
   * they were.
   */
  static void upWith(String override, String... services) {
    try {
      Path file = Files.createTempFile("compose", ".yml");
      Files.writeString(file, override);
      List<String> command = new ArrayList<>(COMPOSE);
      command.addAll(List.of("-f", "docker-compose.yml", "-f", file.toString()));
      command.addAll(List.of("--profile", "core", "up", "-d", "--no-deps"));
      command.addAll(List.of(services));
      execute(command);
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    awaitHealthy();
  }

  /** Returns when no container is unhealthy, or on its way to health. */
  static void awaitHealthy() {
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofSeconds(2))
        .until(() -> notHealthy().isEmpty());
  }

  static void compose(String... arguments) {
    run(Arrays.stream(arguments));
  }

  /** Starts what does not run, and a service anew, so that it shows its numbers. */
  static void upWithNumbers(String service) {
    execute(commandLine(Stream.of("up", "-d")), Map.of("METRICS", "true"));
    compose("restart", service);
    awaitHealthy();
  }

  /** What a container shows Prometheus; its token does not leave it. */
  static String numbers(String container) {
    return dockerOutput(
        "exec",
        container,
        "bash",
        "-c",
        """
        exec 3<>/dev/tcp/127.0.0.1/9400
        printf 'GET /metrics HTTP/1.0\\r\\nAuthorization: Bearer %s\\r\\n\\r\\n' "$(</config/metrics.token)" >&3
        cat <&3
        """);
  }

  /** As many containers of a service as this; the others stay as they are. */
  static void scale(String service, int instances) {
    compose(
        "up", "-d", "--no-recreate", "--no-deps", "--scale", service + '=' + instances, service);
  }

  /** The containers of a service that run. */
  static List<String> containers(String service) {
    return output(Stream.of("ps", "-q", service)).lines().filter(id -> !id.isBlank()).toList();
  }

  static void docker(String... arguments) {
    execute(Stream.concat(Stream.of("docker"), Arrays.stream(arguments)).toList());
  }

  static String dockerOutput(String... arguments) {
    return execute(Stream.concat(Stream.of("docker"), Arrays.stream(arguments)).toList());
  }

  /** Containers that are there keep their volumes, and what {@code docker update} gave them. */
  static void remove(String service) {
    compose("rm", "-s", "-f", service);
  }

  static void kill(String service) {
    containers(service).forEach(container -> docker("kill", container));
  }

  /** A command of the project's own, in a container beside the others. */
  static Process exchange(Path output, String... arguments) {
    List<String> command =
        commandLine(
            Stream.concat(Stream.of("run", "--rm", "-T", "exchange"), Arrays.stream(arguments)));
    try {
      return new ProcessBuilder(command)
          .directory(ROOT.toFile())
          .redirectErrorStream(true)
          .redirectOutput(output.toFile())
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Of the network that services and brokers have in common. */
  static String networkOfBrokers() {
    return networkOf("kafka-1");
  }

  private static String networkOf(String service) {
    return dockerOutput(
            "inspect",
            "--format",
            "{{range $name, $network := .NetworkSettings.Networks}}{{$name}}{{end}}",
            containers(service).getFirst())
        .strip();
  }

  private static List<String> notHealthy() {
    return output(Stream.of("ps", "-q"))
        .lines()
        .filter(id -> !id.isBlank())
        .map(Compose::state)
        .filter(state -> !state.endsWith(" healthy") && !state.contains(" exited 0"))
        .filter(state -> !state.contains(" oneoff=True ")) // a command that has not ended
        .toList();
  }

  private static String state(String container) {
    try {
      return dockerOutput(
              "inspect",
              "--format",
              "{{.Name}} oneoff={{index .Config.Labels \"com.docker.compose.oneoff\"}}"
                  + " {{.State.Status}} {{.State.ExitCode}}"
                  + " {{if .State.Health}}{{.State.Health.Status}}{{end}}",
              container)
          .strip();
    } catch (IllegalStateException e) {
      return container + " has gone since"; // and is not there when it is looked for again
    }
  }

  private static void run(Stream<String> arguments) {
    execute(commandLine(arguments));
  }

  private static String output(Stream<String> arguments) {
    return execute(commandLine(arguments));
  }

  private static List<String> commandLine(Stream<String> arguments) {
    List<String> command = new ArrayList<>(COMPOSE);
    command.addAll(List.of("-f", "docker-compose.yml"));
    command.addAll(List.of("--profile", "core"));
    arguments.forEach(command::add);
    return command;
  }

  private static String execute(List<String> command) {
    return execute(command, Map.of());
  }

  private static String execute(List<String> command, Map<String, String> environment) {
    try {
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(ROOT.toFile())
              .redirectError(ProcessBuilder.Redirect.INHERIT);
      builder.environment().putAll(environment);
      Process process = builder.start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int code = process.waitFor();
      if (code != 0) {
        throw new IllegalStateException(String.join(" ", command) + " ended with " + code);
      }
      return output;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The second version is a plugin of docker, the first a program of its own. */
  private static List<String> command() {
    try {
      Process plugin =
          new ProcessBuilder("docker", "compose", "version")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return plugin.waitFor() == 0 ? List.of("docker", "compose") : List.of("docker-compose");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
