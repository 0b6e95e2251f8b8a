package eu.digitalnorth.local.command;

import eu.digitalnorth.local.bench.BenchException;
import eu.digitalnorth.local.installation.Home;
import eu.digitalnorth.local.installation.InstallationException;
import eu.digitalnorth.local.token.TokenException;
import eu.digitalnorth.replay.ReplayException;
import eu.digitalnorth.replay.command.DeadLettersCommand;
import eu.digitalnorth.replay.command.ReplayCommand;
import eu.digitalnorth.servers.ServerException;
import eu.digitalnorth.trust.key.MissingKeyException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.KafkaException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code exchange}: the one command of the project. */
@Command(
    name = "exchange",
    description =
        "Digital North: eID attestation and evidence between eight countries, over Kafka.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    versionProvider = Version.class,
    subcommands = {
      UpCommand.class,
      DemoCommand.class,
      BenchCommand.class,
      ReplayCommand.class,
      DeadLettersCommand.class,
      LoadCommand.class,
      TokenCommand.class,
      PasswordCommand.class,
      StatusCommand.class,
      KeysCommand.class,
      CredentialsCommand.class,
      CertificatesCommand.class,
      ResetCommand.class,
      ComposeCommand.class
    },
    synopsisSubcommandLabel = "COMMAND")
public final class ExchangeCommand implements Runnable {
  private static final int FAILURE = 1;

  @Spec private CommandSpec spec;

  public static void main(String[] arguments) {
    // Names have letters that the encoding of a bare environment lacks.
    System.setOut(new PrintStream(System.out, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(System.err, true, StandardCharsets.UTF_8));
    System.exit(commandLine(Home.find()).execute(arguments));
  }

  static CommandLine commandLine(Home home) {
    return new CommandLine(new ExchangeCommand())
        .setDefaultValueProvider(new SettingsFile(home.root().resolve(SettingsFile.NAME)))
        .setUsageHelpAutoWidth(true)
        .setParameterExceptionHandler(ReplayCommand::explain)
        .setExecutionExceptionHandler((e, commandLine, result) -> explain(e, commandLine));
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Which command?");
  }

  /** What a person can do something about is told without a stack trace. */
  private static int explain(Exception e, CommandLine commandLine) throws Exception {
    if (e instanceof ReplayException told) {
      return ReplayCommand.explain(told, commandLine);
    }
    if (e instanceof InstallationException
        || e instanceof ServerException
        || e instanceof TokenException
        || e instanceof BenchException
        || e instanceof MissingKeyException
        || e instanceof KafkaException) {
      Ansi ansi = commandLine.getColorScheme().ansi();
      commandLine.getErr().println(ansi.string("@|bold,red exchange:|@ ") + e.getMessage());
      return FAILURE;
    }
    throw e;
  }
}
