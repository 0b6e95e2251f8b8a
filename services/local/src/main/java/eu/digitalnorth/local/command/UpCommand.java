package eu.digitalnorth.local.command;

import eu.digitalnorth.local.installation.Endpoints;
import eu.digitalnorth.local.installation.Installation;
import eu.digitalnorth.local.installation.InstallationException;
import eu.digitalnorth.servers.Lifetime;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code exchange up}. */
@Command(
    name = "up",
    description = "Starts everything, and stays until Ctrl-C.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    versionProvider = Version.class,
    footer =
        "%nAny option can be kept in the file exchange.properties at the top, without its hyphens"
            + " in front: portal-port=9080")
final class UpCommand implements Callable<Integer> {
  private static final long WATCH_SECONDS = 1;

  @Spec private CommandSpec spec;
  @Mixin private InstallationOptions options;
  @Mixin private ObservationOptions observation;

  @Override
  public Integer call() throws InterruptedException {
    Console console = Consoles.of(spec);
    Installation installation =
        new Installation(observation.with(options.settings(Lifetime.LONG)), console);
    try (StopOnExit stop = StopOnExit.of(installation, console)) {
      installation.start();
      show(installation.endpoints(), console);
      watch(installation, stop.begun());
    }
    return 0;
  }

  private void show(Endpoints endpoints, Console console) {
    console.styled("%n@|bold The exchange is up.|@".formatted());
    console.say("  portal           " + endpoints.portal());
    console.say("  registers        " + endpoints.registry());
    console.say("  attestation      " + endpoints.attestation());
    console.say("  evidence         " + endpoints.evidence());
    console.say("  audit            " + endpoints.audit());
    console.say("  issuer           " + endpoints.issuer().url());
    console.say("  schema registry  " + endpoints.schemaRegistry());
    console.say("  Kafka            " + endpoints.brokers().clients());
    console.say("Data and logs are in " + options.data.path() + ". Ctrl-C stops everything.");
  }

  /** Returns when a stop has begun; fails when a process ends by itself. */
  private static void watch(Installation installation, CountDownLatch stopBegun)
      throws InterruptedException {
    while (!stopBegun.await(WATCH_SECONDS, TimeUnit.SECONDS)) {
      Optional<String> failure = installation.failure();
      if (failure.isPresent() && stopBegun.getCount() > 0) {
        throw new InstallationException(failure.get());
      }
    }
  }
}
