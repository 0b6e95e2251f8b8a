package eu.digitalnorth.servers;

import java.nio.file.Path;

/**
 * Where the servers keep what is theirs, and where they listen.
 *
 * @param directory keeps data, logs and process records across restarts
 * @param lifetime what they are tuned for
 */
public record ServersSettings(
    Path directory, Port postgres, Port kafka, Port schemaRegistry, Lifetime lifetime) {

  public ServersSettings(Path directory, Port postgres, Port kafka, Port schemaRegistry) {
    this(directory, postgres, kafka, schemaRegistry, Lifetime.LONG);
  }

  /** On any free ports. */
  public static ServersSettings in(Path directory) {
    return new ServersSettings(directory, Port.any(), Port.any(), Port.any());
  }

  /**
   * For a test run: on any free ports, quick to start, and the data need not survive the machine.
   */
  public static ServersSettings briefly(Path directory) {
    return new ServersSettings(directory, Port.any(), Port.any(), Port.any(), Lifetime.SHORT);
  }
}
