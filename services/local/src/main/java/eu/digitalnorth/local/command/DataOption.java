package eu.digitalnorth.local.command;

import eu.digitalnorth.local.installation.Home;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the installation has its data. */
final class DataOption {
  private static final String DEFAULT = ".exchange";

  @Option(
      names = "--data",
      paramLabel = "FOLDER",
      description = "Folder of the installation's data (default: .exchange at the top).")
  private @Nullable Path folder;

  Path path() {
    Path path = folder == null ? Home.find().root().resolve(DEFAULT) : folder;
    return path.toAbsolutePath().normalize();
  }
}
