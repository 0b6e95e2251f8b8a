package eu.digitalnorth.replay.bundle;

import eu.digitalnorth.replay.Failure;
import eu.digitalnorth.replay.ReplayException;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.zip.ZipException;

/** Where the files of a bundle are. */
sealed interface Storage extends Closeable permits FolderStorage, ZipStorage {

  /**
   * @throws ReplayException if there is nothing, or nothing that has files in it
   */
  static Storage open(Path bundle) {
    try {
      if (Files.isDirectory(bundle)) {
        return new FolderStorage(bundle);
      }
      if (Files.isRegularFile(bundle)) {
        return new ZipStorage(bundle);
      }
    } catch (ZipException e) {
      throw new ReplayException(
          Failure.STORAGE,
          "%s cannot be read: it is no whole zip (%s).".formatted(bundle, e.getMessage()),
          e);
    } catch (IOException e) {
      throw failure("read", bundle, e);
    }
    throw Files.isDirectory(UnfinishedZip.folder(bundle))
        ? UnfinishedZip.refusal(bundle)
        : new ReplayException(Failure.NO_BUNDLE, "There is no recording %s.".formatted(bundle));
  }

  /** Paths of all files in it. */
  SortedSet<String> paths() throws IOException;

  InputStream open(String path) throws IOException;

  /** What is wrong with the container itself, whatever its files are. */
  Optional<Damage> damage() throws IOException;

  default String text(String path) throws IOException {
    try (InputStream in = open(path)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  static ReplayException failure(String done, Path file, IOException e) {
    return new ReplayException(
        Failure.STORAGE, "%s cannot be %s: %s".formatted(file, done, reason(e)), e);
  }

  private static String reason(IOException e) {
    return switch (e) {
      case AccessDeniedException denied -> "permission denied";
      case NoSuchFileException missing -> "it is missing";
      case FileSystemException other when other.getReason() != null -> other.getReason();
      default -> Objects.requireNonNullElse(e.getMessage(), e.getClass().getSimpleName());
    };
  }
}
