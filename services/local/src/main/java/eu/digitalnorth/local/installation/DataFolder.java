package eu.digitalnorth.local.installation;

import eu.digitalnorth.servers.Orphans;
import eu.digitalnorth.servers.Progress;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The folder in which an installation has all that is its own. */
public record DataFolder(Path path) {

  public boolean exists() {
    return Files.isDirectory(path);
  }

  /**
   * @throws InstallationException if no installation has made this folder: it is not ours to delete
   */
  public void refuseIfForeign() {
    if (!Files.isDirectory(path.resolve("run"))) {
      throw new InstallationException(
          "%s does not look like the data of an exchange, and is left alone.".formatted(path));
    }
  }

  /**
   * @throws InstallationException if an installation runs on it
   */
  public void refuseIfInUse() {
    if (DataLock.isHeld(path)) {
      throw new InstallationException(
          "An installation runs on %s. Stop it first (Ctrl-C where it was started)."
              .formatted(path));
    }
  }

  /** Deletes it, after stopping what a killed installation has left running. */
  public void delete(Progress progress) {
    DataLock lock = DataLock.acquire(path);
    try {
      Orphans.stopIn(path, progress);
      Files.walkFileTree(path, new Deletion());
    } catch (IOException e) {
      throw new InstallationException(path + " could not be deleted.", e);
    } finally {
      lock.release();
    }
  }

  /** Bytes in it; files that come and go while it counts are left out. */
  public long size() {
    AtomicLong bytes = new AtomicLong();
    try {
      Files.walkFileTree(path, new Count(bytes));
    } catch (IOException e) {
      throw new InstallationException(path + " cannot be read.", e);
    }
    return bytes.get();
  }

  private static final class Deletion extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.delete(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure)
        throws IOException {
      if (failure != null) {
        throw failure;
      }
      Files.delete(folder);
      return FileVisitResult.CONTINUE;
    }
  }

  private static final class Count extends SimpleFileVisitor<Path> {
    private final AtomicLong bytes;

    Count(AtomicLong bytes) {
      this.bytes = bytes;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      bytes.addAndGet(attributes.size());
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
      if (failure instanceof NoSuchFileException) {
        return FileVisitResult.CONTINUE;
      }
      throw failure;
    }
  }
}
