package eu.digitalnorth.replay.command;

import eu.digitalnorth.replay.Failure;
import eu.digitalnorth.replay.ReplayException;
import eu.digitalnorth.replay.bundle.UnfinishedZip;
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
  private boolean isZip() {
    return UnfinishedZip.isZip(bundle);
  }

  /** Where it is recorded. */
  public Path folder() {
    return isZip() ? UnfinishedZip.folder(bundle) : bundle;
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

  /** Refuses to go on with what has come to its end. */
  void refuseIfWhole() {
    if (isZip() && Files.exists(bundle) && !Files.exists(folder())) {
      throw new ReplayException(
          Failure.NO_BUNDLE, bundle + " is whole: there is nothing to resume.");
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
