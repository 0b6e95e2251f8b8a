package eu.digitalnorth.local.command;

import eu.digitalnorth.local.installation.Certificates;
import eu.digitalnorth.local.installation.InstallationException;
import eu.digitalnorth.local.installation.RunningInstallation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code exchange certificates}. */
@Command(
    name = "certificates",
    description =
        "Makes a certificate for Kafka, valid for a year, and an authority that signs it. From the"
            + " next \"up\" on, everything between Kafka and its clients is encrypted. Doing it"
            + " again makes a new certificate of the same authority.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    versionProvider = Version.class)
final class CertificatesCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--host",
      paramLabel = "NAME",
      description = "Another name by which Kafka is reached; may be repeated.")
  private List<String> hosts = new ArrayList<>();

  @Option(names = "--remove", description = "Encrypt no more, from the next \"up\" on.")
  private boolean remove;

  @Mixin private DataOption data;

  @Override
  public Integer call() {
    Path path = data.path();
    if (RunningInstallation.isInUse(path)) {
      throw new InstallationException(
          "An installation runs on %s. Stop it first (Ctrl-C where it was started)."
              .formatted(path));
    }
    Certificates certificates = new Certificates(path.resolve("keys"));
    Console console = Consoles.of(spec);
    if (remove) {
      certificates.delete();
      console.say("From the next start on, Kafka's connections are not encrypted.");
    } else {
      certificates.create(hosts);
      console.say("From the next start on, Kafka's connections are encrypted.");
      console.say("Clients trust " + certificates.authority());
    }
    return 0;
  }
}
