package eu.digitalnorth.replay.bundle;

import eu.digitalnorth.replay.Failure;
import eu.digitalnorth.replay.ReplayException;
import java.nio.file.Path;

/** A zip is recorded into a folder beside it, which is gone when the zip is whole. */
public final class UnfinishedZip {
  private static final String ZIP = ".zip";
  private static final String SUFFIX = ".unfinished";

  private UnfinishedZip() {}

  /** Whether it is to be a zip, by its name. */
  public static boolean isZip(Path bundle) {
    return bundle.getFileName().toString().endsWith(ZIP);
  }

  /** Where it is recorded. */
  public static Path folder(Path zip) {
    return zip.resolveSibling(zip.getFileName() + SUFFIX);
  }

  /** Tells how to go on, with the recording as a person named it. */
  static ReplayException refusal(Path path) {
    String name = path.toString();
    String named =
        name.endsWith(ZIP + SUFFIX) ? name.substring(0, name.length() - SUFFIX.length()) : name;
    return new ReplayException(
        Failure.NO_BUNDLE,
        "%s is not finished: exchange replay capture --resume %s".formatted(named, named));
  }
}
