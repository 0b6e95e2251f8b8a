package eu.digitalnorth.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** A file with a secret: only its owner reads it, also while it is written. */
final class PrivateFile {
  private PrivateFile() {}

  /** Takes the place of a file that is there, whoever could read that. */
  static void write(Path file, String text) throws IOException {
    Files.deleteIfExists(file);
    if (Files.getFileStore(file.getParent()).supportsFileAttributeView("posix")) {
      var onlyOwner = PosixFilePermissions.fromString("rw-------");
      Files.createFile(file, PosixFilePermissions.asFileAttribute(onlyOwner));
    }
    Files.writeString(file, text);
  }
}
