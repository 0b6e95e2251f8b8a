package eu.digitalnorth.replay.clock;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.format.DateTimeParseException;

/**
 * The time of a sandbox, in ISO 8601, in a file: whoever may write that folder sets the time.
 *
 * @param path of the file
 */
public record ClockFile(Path path) {
  /** Setting of a service that names the file. */
  public static final String SETTING = "exchange.sandbox.clock";

  /** From now on it is this time, and stays so. */
  public void set(Instant now) {
    try {
      Path draft = path.resolveSibling(path.getFileName() + ".tmp");
      Files.writeString(draft, now.toString());
      Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * @throws IllegalStateException if there is no time in it: then it is no other time either
   */
  Instant read() {
    try {
      return Instant.parse(Files.readString(path).strip());
    } catch (IOException | DateTimeParseException e) {
      throw new IllegalStateException("There is no time in " + path, e);
    }
  }
}
