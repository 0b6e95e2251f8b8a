package eu.digitalnorth.local.installation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/** Files that hold a secret: nobody but their owner reads them, not even while they are written. */
final class PrivateFiles {
  private PrivateFiles() {}

  static void write(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      // A temporary file is readable by its owner only.
      Path draft = Files.createTempFile(file.getParent(), "draft", ".tmp");
      if (Files.getFileStore(draft).supportsFileAttributeView("posix")) {
        Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rw-------"));
      }
      Files.writeString(draft, text);
      Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new InstallationException(file + " cannot be written.", e);
    }
  }
}
