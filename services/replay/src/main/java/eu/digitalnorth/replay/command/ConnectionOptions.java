package eu.digitalnorth.replay.command;

import eu.digitalnorth.replay.Failure;
import eu.digitalnorth.replay.ReplayException;
import eu.digitalnorth.replay.capture.RecordedKeys;
import eu.digitalnorth.replay.cluster.Connection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which cluster, as whom. Passwords are in a file, never on a command line. */
final class ConnectionOptions {
  private static final String NONE = "none";

  @Option(
      names = "--connection",
      paramLabel = "FILE",
      description =
          "Settings of a Kafka client and schema.registry.url, as properties (default: what"
              + " \"exchange credentials\" has written for this).")
  private @Nullable Path file;

  @Option(
      names = "--registry",
      paramLabel = "URL",
      description = "Another schema registry (Confluent's API), or \"none\".")
  private @Nullable String registry;

  @Option(
      names = "--data",
      paramLabel = "FOLDER",
      description = "Folder of the installation's data (default: .exchange at the top).")
  private @Nullable Path data;

  /**
   * @param principal whose credentials are the default: {@code tester} or {@code replay}
   */
  Connection connect(String principal) {
    Connection connection = Connection.read(file == null ? written(principal) : file);
    if (registry == null) {
      return connection;
    }
    return connection.withRegistry(registry.equals(NONE) ? null : registry);
  }

  /**
   * The public anchors of the installation here, as a bundle has them; none of another cluster's,
   * which nobody has told us.
   */
  Map<String, String> anchors() {
    return file == null ? RecordedKeys.anchors(data().resolve("keys")) : Map.of();
  }

  private Path data() {
    return data == null
        ? Path.of(System.getProperty("exchange.home", "")).resolve(".exchange")
        : data;
  }

  private Path written(String principal) {
    Path credentials = data().resolve("credentials").resolve(principal + ".properties");
    if (!Files.exists(credentials)) {
      throw new ReplayException(
          Failure.USAGE,
          "As whom? Run \"exchange credentials %s%s\" while an installation is up, or name a file"
                  .formatted(principal, principal.equals("redrive") ? " --country ee" : "")
              + " with --connection.");
    }
    return credentials;
  }
}
