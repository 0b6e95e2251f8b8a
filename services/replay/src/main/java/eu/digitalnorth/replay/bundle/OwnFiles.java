package eu.digitalnorth.replay.bundle;

import eu.digitalnorth.replay.ReplayException;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Files that only their owner reads: what is recorded may be personal. */
public final class OwnFiles {
  private static final boolean POSIX =
      FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

  private OwnFiles() {}

  static void createFolders(Path folder) throws IOException {
    Files.createDirectories(folder, permissions("rwx------"));
  }

  /**
   * Replaces a file by what is going to be written.
   *
   * @throws ReplayException if it cannot be written
   */
  public static Writer writer(Path file) {
    try {
      FileChannel channel =
          create(
              file,
              Set.of(
                  StandardOpenOption.CREATE,
                  StandardOpenOption.TRUNCATE_EXISTING,
                  StandardOpenOption.WRITE));
      return new BufferedWriter(Channels.newWriter(channel, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw unwritable(file, e);
    }
  }

  /** What is told if a file cannot be written. */
  public static ReplayException unwritable(Path file, IOException e) {
    return Storage.failure("written", file, e);
  }

  static FileChannel create(Path file, Set<? extends OpenOption> options) throws IOException {
    return FileChannel.open(file, options, permissions("rw-------"));
  }

  /** There is the old text or the new one at any time, also after a crash of the machine. */
  public static void replace(Path file, String text) throws IOException {
    replace(file, text, true);
  }

  /**
   * The same after the process was killed, but not after a crash of the machine: waiting for a disk
   * that has much else to write would hold a recording up.
   */
  static void replaceWithoutWaiting(Path file, String text) throws IOException {
    replace(file, text, false);
  }

  private static void replace(Path file, String text, boolean wait) throws IOException {
    Path draft = file.resolveSibling(file.getFileName() + ".tmp");
    Files.deleteIfExists(draft);
    try {
      write(draft, text, wait);
      move(draft, file);
    } catch (IOException e) {
      Files.deleteIfExists(draft);
      throw e;
    }
  }

  private static void write(Path file, String text, boolean wait) throws IOException {
    try (FileChannel channel =
        create(file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE))) {
      ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      if (wait) {
        channel.force(true);
      }
    }
  }

  static void move(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  private static FileAttribute<?>[] permissions(String permissions) {
    return POSIX
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }
}
