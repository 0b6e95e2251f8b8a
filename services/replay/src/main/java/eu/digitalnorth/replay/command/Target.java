package eu.digitalnorth.replay.command;

import eu.digitalnorth.replay.Failure;
import eu.digitalnorth.replay.ReplayException;
import eu.digitalnorth.replay.bundle.ZipPacking;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * Where a recording is to be. A zip is recorded into a folder beside it, and packed at the end.
 *
 * @param bundle as the person names it
 */
public record Target(Path bundle) {
  private static final String ZIP = ".zip";
  private static final String UNFINISHED = ".unfinished";

  private boolean isZip() {
    return bundle.getFileName().toString().endsWith(ZIP);
  }

  /** Where it is recorded. */
  public Path folder() {
    return isZip() ? bundle.resolveSibling(bundle.getFileName() + UNFINISHED) : bundle;
  }

  /** Refuses to write over what is there. */
  public void refuseIfPresent() {
    if (isZip() && Files.exists(bundle)) {
      throw new ReplayException(Failure.STORAGE, bundle + " exists already.");
    }
    if (isZip() && Files.exists(folder())) {
      throw new ReplayException(
          Failure.STORAGE,
          "%s was begun before: exchange replay capture --resume %s".formatted(bundle, bundle));
    }
  }

  /** When the recording is finished. */
  public void pack() {
    if (isZip()) {
      ZipPacking.pack(folder(), bundle);
      delete(folder());
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Bytes of what has been recorded. */
  long size() {
    try (Stream<Path> files = Files.walk(bundle)) {
      return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
