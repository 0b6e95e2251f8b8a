package eu.digitalnorth.local.installation;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * At most one installation runs on a folder of data. The operating system lets go of the lock when
 * its holder dies, however that happens.
 */
final class DataLock {
  /**
   * Folders that this JVM holds. They are not looked at again, since with POSIX a process loses its
   * lock as soon as it closes the file, by whichever channel.
   */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path data;
  private final FileChannel channel;

  private DataLock(Path data, FileChannel channel) {
    this.data = data;
    this.channel = channel;
  }

  /**
   * @throws InstallationException if an installation runs there
   */
  static DataLock acquire(Path data) {
    if (!HELD.add(data)) {
      throw new InstallationException(alreadyRunning(data));
    }
    boolean acquired = false;
    try {
      FileChannel channel = open(data);
      acquired = tryLock(channel) != null;
      if (!acquired) {
        channel.close();
        throw new InstallationException(alreadyRunning(data));
      }
      return new DataLock(data, channel);
    } catch (IOException e) {
      throw new InstallationException("The folder %s cannot be used.".formatted(data), e);
    } finally {
      if (!acquired) {
        HELD.remove(data);
      }
    }
  }

  static boolean isHeld(Path data) {
    if (HELD.contains(data)) {
      return true;
    }
    if (!Files.exists(file(data))) {
      return false;
    }
    try (FileChannel channel = open(data)) {
      return tryLock(channel) == null;
    } catch (IOException e) {
      throw new InstallationException("The folder %s cannot be used.".formatted(data), e);
    }
  }

  void release() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new InstallationException("The lock cannot be released.", e);
    } finally {
      HELD.remove(data);
    }
  }

  private static FileChannel open(Path data) throws IOException {
    Files.createDirectories(file(data).getParent());
    return FileChannel.open(file(data), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  private static Path file(Path data) {
    return data.resolve("run").resolve("lock");
  }

  private static String alreadyRunning(Path data) {
    return RunningInstallation.recorded(data)
        .map(
            running ->
                "An installation runs on %s already: process %d, portal %s. Stop that one first, or choose another folder with --data."
                    .formatted(data, running.pid(), running.endpoints().portal()))
        .orElse(
            "An installation is being started or stopped on %s right now. Wait a moment, or choose another folder with --data."
                .formatted(data));
  }
}
