package eu.digitalnorth.trust.key;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.Supplier;

/**
 * Files with secrets: readable by their owner only from the first byte on, and whole or not there
 * at all, so that a reader never sees half a key.
 */
public final class PrivateFiles {
  private static final String OWNER_ONLY = "rw-------";
  private static final String READABLE_BY_ALL = "rw-r--r--";

  private PrivateFiles() {}

  /** The first of several writers wins, in this process or in others. */
  public static void createIfAbsent(Path file, Supplier<String> text) {
    create(file, text, OWNER_ONLY);
  }

  /** The same for what is no secret, but must not be half there either. */
  static void createPublicIfAbsent(Path file, Supplier<String> text) {
    create(file, text, READABLE_BY_ALL);
  }

  /** The last of several writers wins. */
  public static void replace(Path file, String text) {
    try {
      Path draft = draft(file, text, OWNER_ONLY);
      try {
        Files.move(
            draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(draft);
      }
    } catch (IOException e) {
      throw new MissingKeyException("Cannot replace " + file, e);
    }
  }

  /**
   * @throws MissingKeyException if it cannot be read
   */
  public static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new MissingKeyException(
          "Cannot read " + file + ": generate the keys first (./exchange up does)", e);
    }
  }

  private static void create(Path file, Supplier<String> text, String permissions) {
    try {
      if (Files.exists(file)) {
        return;
      }
      Files.createDirectories(file.getParent());
      Path draft = draft(file, text.get(), permissions);
      try {
        Files.createLink(file, draft);
      } catch (FileAlreadyExistsException e) {
        // Another process was first, and its key counts.
      } finally {
        Files.deleteIfExists(draft);
      }
    } catch (IOException e) {
      throw new MissingKeyException("Cannot create " + file, e);
    }
  }

  private static Path draft(Path file, String text, String permissions) throws IOException {
    Path draft = Files.createTempFile(file.getParent(), "key", ".tmp");
    if (Files.getFileStore(draft).supportsFileAttributeView("posix")) {
      Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString(OWNER_ONLY));
      Files.writeString(draft, text, StandardOpenOption.TRUNCATE_EXISTING);
      Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString(permissions));
    } else {
      Files.writeString(draft, text, StandardOpenOption.TRUNCATE_EXISTING);
    }
    return draft;
  }
}
