package eu.digitalnorth.local.command;

import eu.digitalnorth.local.installation.InstallationException;
import eu.digitalnorth.servers.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A folder that only its owner reads, and that is gone when it is closed.
 *
 * @param path of the folder
 */
record ThrowawayFolder(Path path) implements AutoCloseable {

  static ThrowawayFolder create() {
    try {
      return new ThrowawayFolder(Files.createTempDirectory("digital-north-demo-"));
    } catch (IOException e) {
      throw new InstallationException("No temporary folder can be made.", e);
    }
  }

  @Override
  public void close() {
    try {
      Folders.delete(path);
    } catch (IOException e) {
      throw new InstallationException(path + " cannot be deleted.", e);
    }
  }
}
