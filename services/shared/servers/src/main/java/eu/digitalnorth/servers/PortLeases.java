package eu.digitalnorth.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who of several processes on a machine may use which free port: between choosing one and listening
 * on it, a service takes seconds to start. A lease is a locked file, and ends with its process.
 */
final class PortLeases {
  private static final Path FOLDER =
      Path.of(
          System.getProperty("java.io.tmpdir"),
          "digital-north-ports-" + System.getProperty("user.name"));

  /** Kept open: closing one would give up the lock. */
  private static final Map<Integer, FileChannel> LEASES = new ConcurrentHashMap<>();

  private PortLeases() {}

  /** False if it was given away before, by this process or by another that lives. */
  static synchronized boolean take(int port) {
    if (LEASES.containsKey(port)) {
      return false;
    }
    try {
      Files.createDirectories(FOLDER);
      FileChannel lease =
          FileChannel.open(
              FOLDER.resolve(String.valueOf(port)),
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE);
      if (lease.tryLock() == null) {
        lease.close();
        return false;
      }
      LEASES.put(port, lease);
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
