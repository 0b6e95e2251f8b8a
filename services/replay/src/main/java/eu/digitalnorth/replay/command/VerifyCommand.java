package eu.digitalnorth.replay.command;

import eu.digitalnorth.replay.Failure;
import eu.digitalnorth.replay.bundle.Bundle;
import eu.digitalnorth.replay.bundle.Damage;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code exchange replay verify}. */
@Command(
    name = "verify",
    description = {
      "Proves that a recording is as it was when it was finished: reads every byte and compares it"
          + " with what the manifest says. Each file that was altered is named."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "%nExamples:",
      "  exchange replay verify morning.zip",
      "  exchange replay verify morning.zip --digest 9f86d081884c7d65..."
    })
final class VerifyCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "BUNDLE", description = "Folder or zip.")
  private Path path;

  @Option(
      names = "--digest",
      paramLabel = "SHA256",
      description = "The manifest's hash, as it was noted elsewhere.")
  private @Nullable String digest;

  @Override
  public Integer call() {
    Output output = Output.of(spec);
    try (Bundle bundle = Bundle.open(path)) {
      List<Damage> damages = bundle.verify();
      if (!damages.isEmpty()) {
        damages.forEach(damage -> output.warn("%s", damage));
        output.warn("%s was altered.", path);
        return Failure.DIFFERENT.exitCode();
      }
      if (digest != null && !digest.equals(bundle.digest())) {
        output.warn(
            "%s is another recording: its manifest's SHA-256 is %s.", path, bundle.digest());
        return Failure.DIFFERENT.exitCode();
      }
      output.say(
          "%s is as it was recorded: %s in %s.",
          path,
          Output.count(bundle.manifest().records(), "record"),
          Output.count(bundle.manifest().files().size(), "file"));
      output.say("SHA-256 of its manifest: %s", bundle.digest());
      return 0;
    }
  }
}
