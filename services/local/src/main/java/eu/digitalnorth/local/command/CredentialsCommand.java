package eu.digitalnorth.local.command;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.country.CountryProfiles;
import eu.digitalnorth.local.installation.Brokers;
import eu.digitalnorth.local.installation.ClientFiles;
import eu.digitalnorth.local.installation.Credentials;
import eu.digitalnorth.local.installation.Endpoints;
import eu.digitalnorth.local.installation.InstallationException;
import eu.digitalnorth.local.installation.RunningInstallation;
import eu.digitalnorth.trust.broker.BrokerPasswords;
import eu.digitalnorth.trust.broker.BrokerPrincipal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code exchange credentials}. */
@Command(
    name = "credentials",
    description = {
      "Lets somebody in to the Kafka of the installation that is up, besides the countries:"
          + " \"tester\" reads every topic and writes none; \"replay\" writes topics under replay."
          + " only, and reads what --read names; \"redrive\" has the dead letters of the countries"
          + " that --country names processed again. Writes their client configurations for kcat and"
          + " Node, which only you can read.",
      "Replaces a password with --renew: that of tester, admin or broker while nothing is up."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    versionProvider = Version.class,
    footer = {
      "%nExamples:",
      "  exchange credentials tester",
      "  exchange credentials tester --remove",
      "  exchange credentials replay --read ee.evidence.request.v1,no.evidence.response.v1",
      "  exchange credentials redrive --country ee,no",
      "  exchange credentials ee --renew"
    })
final class CredentialsCommand implements Callable<Integer> {
  private static final List<BrokerPrincipal> OPTIONAL =
      List.of(BrokerPrincipal.TESTER, BrokerPrincipal.REPLAY, BrokerPrincipal.REDRIVE);

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "PRINCIPAL",
      description = "tester, replay, redrive, admin, broker, or the code of a country.")
  private String name;

  @Option(
      names = "--read",
      paramLabel = "TOPIC",
      split = ",",
      description = "What replay may read; may be repeated.")
  private List<String> readable = new ArrayList<>();

  @Option(
      names = "--country",
      paramLabel = "CODE",
      split = ",",
      description = "Whose dead letters redrive may take; may be repeated.")
  private List<String> countries = new ArrayList<>();

  @Option(names = "--renew", description = "Replace the password.")
  private boolean renew;

  @Option(names = "--remove", description = "Allow it nothing any more (tester, replay, redrive).")
  private boolean remove;

  @Mixin private DataOption data;

  @Override
  public Integer call() {
    BrokerPrincipal principal = principal();
    if (renew) {
      renew(principal);
    } else if (remove) {
      remove(principal, RunningInstallation.required(data.path()).endpoints().brokers());
    } else {
      admit(principal, RunningInstallation.required(data.path()).endpoints());
    }
    return 0;
  }

  private void admit(BrokerPrincipal principal, Endpoints endpoints) {
    Credentials credentials = new Credentials(endpoints.brokers());
    if (principal.equals(BrokerPrincipal.TESTER)) {
      credentials.admitTester();
    } else if (principal.equals(BrokerPrincipal.REPLAY)) {
      credentials.admitReplay(readable);
    } else if (principal.equals(BrokerPrincipal.REDRIVE)) {
      credentials.admitRedrive(participants());
    } else {
      throw wrong(name + " is let in already; --renew replaces its password.");
    }
    tell(principal, endpoints);
  }

  private void renew(BrokerPrincipal principal) {
    Optional<RunningInstallation> running = RunningInstallation.find(data.path());
    if (running.isEmpty()) {
      new BrokerPasswords(data.path().resolve("keys")).replace(principal);
      Consoles.of(spec).say("From the next start on, %s has a new password.".formatted(name));
      return;
    }
    if (BrokerPrincipal.KNOWN_FROM_THE_START.contains(principal)) {
      throw new InstallationException(
          "Kafka learns the password of %s when it starts: stop the installation first."
              .formatted(name));
    }
    new Credentials(running.get().endpoints().brokers()).renew(principal);
    Consoles.of(spec).say("%s has a new password.".formatted(name));
    if (OPTIONAL.contains(principal)) {
      tell(principal, running.get().endpoints());
    }
  }

  private void remove(BrokerPrincipal principal, Brokers brokers) {
    if (!OPTIONAL.contains(principal)) {
      throw wrong("The exchange does not work without " + name + ".");
    }
    new Credentials(brokers).dismiss(principal);
    ClientFiles.of(principal, data.path()).delete();
    Consoles.of(spec).say(name + " may do nothing any more.");
  }

  private void tell(BrokerPrincipal principal, Endpoints endpoints) {
    ClientFiles files = ClientFiles.of(principal, data.path());
    files.write(principal, endpoints);
    Console console = Consoles.of(spec);
    console.say("%s may come in. Only you can read these files:".formatted(name));
    console.say("  kcat  " + files.kcat());
    console.say("  Node  " + files.node());
    console.say(
        "  Java  " + files.java() + " (exchange replay and dead-letters find it by themselves)");
    console.say("For example:");
    if (principal.equals(BrokerPrincipal.REDRIVE)) {
      console.say("  ./exchange dead-letters redrive --all --dry-run");
      return;
    }
    if (principal.equals(BrokerPrincipal.REPLAY)) {
      console.say("  ./exchange replay run RECORDING --dry-run");
    } else {
      console.say("  kcat -F %s -C -t ee.evidence.request.v1 -e".formatted(files.kcat()));
      console.say(
          "  CREDENTIALS=%s node docs/clients/node/read.mjs ee.evidence.request.v1"
              .formatted(files.node()));
    }
    console.say("A consumer group's name must begin with \"%s.\".".formatted(name));
  }

  private BrokerPrincipal principal() {
    return Stream.of(
            BrokerPrincipal.KNOWN_FROM_THE_START.stream(),
            OPTIONAL.stream().filter(one -> !one.equals(BrokerPrincipal.TESTER)),
            CountryProfiles.load().codes().stream().map(BrokerPrincipal::of))
        .flatMap(some -> some)
        .filter(one -> one.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                wrong(
                    "PRINCIPAL is tester, replay, redrive, admin, broker, or the code of a country:"
                        + " ee"));
  }

  private List<CountryCode> participants() {
    Set<CountryCode> known = CountryProfiles.load().codes();
    List<CountryCode> wanted =
        known.stream().filter(code -> countries.contains(code.lower())).toList();
    if (countries.isEmpty() || wanted.size() != Set.copyOf(countries).size()) {
      throw wrong("--country names countries whose dead letters it may take: ee,no");
    }
    return wanted;
  }

  private ParameterException wrong(String why) {
    return new ParameterException(spec.commandLine(), why);
  }
}
