package eu.digitalnorth.local.command;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.local.installation.Cluster;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code exchange compose}. */
@Command(
    name = "compose",
    description =
        "Prepares the containers of docker-compose.yml. They call it themselves: secrets before"
            + " anything runs, databases once PostgreSQL serves, servers once Kafka and the schema"
            + " registry serve.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    versionProvider = Version.class)
final class ComposeCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Option(
      names = "--root",
      paramLabel = "FOLDER",
      defaultValue = "/installation",
      description = "Where the volumes are mounted (default: ${DEFAULT-VALUE}).")
  private Path root;

  @Option(
      names = "--own",
      paramLabel = "CC,...",
      split = ",",
      defaultValue = "ee,lt,no",
      description =
          "Countries whose services have containers of their own (default: ${DEFAULT-VALUE}).")
  private List<String> own;

  @Option(
      names = "--apart",
      paramLabel = "CC",
      description = "One of them that has a Kafka cluster of its own, beyond a bridge.")
  private @Nullable String apart;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Prepare what?");
  }

  @Command(name = "secrets", description = "Writes secrets that are missing, and all settings.")
  void secrets(
      @Option(
              names = "--issuer-url",
              required = true,
              paramLabel = "URL",
              description = "The issuer, as browsers reach it.")
          URI issuer,
      @Option(
              names = "--portal-url",
              required = true,
              split = ",",
              paramLabel = "URL,...",
              description = "The portals, as browsers reach them.")
          List<URI> portals,
      @Option(
              names = "--metrics",
              arity = "1",
              defaultValue = "false",
              paramLabel = "true|false",
              description =
                  "Whether services show Prometheus their numbers (default: ${DEFAULT-VALUE}).")
          boolean metrics) {
    cluster().write(issuer, portals, metrics);
  }

  @Command(name = "databases", description = "Creates databases and their roles.")
  void databases() {
    cluster().createDatabases();
  }

  @Command(
      name = "servers",
      description = "Creates principals, rules, topics and schemas, and announces keys.")
  void servers() {
    cluster().prepare();
  }

  private Cluster cluster() {
    return new Cluster(
        root,
        own.stream().map(CountryCode::of).toList(),
        apart == null ? null : CountryCode.of(apart),
        Consoles.of(spec));
  }
}
