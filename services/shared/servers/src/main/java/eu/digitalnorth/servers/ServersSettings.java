package eu.digitalnorth.servers;

import java.nio.file.Path;

/**
 * Where the servers keep what is theirs, and where they listen.
 *
 * @param directory keeps data, logs and process records across restarts
 */
public record ServersSettings(Path directory, Port postgres, Port kafka, Port schemaRegistry) {
  /** On any free ports. */
  public static ServersSettings in(Path directory) {
    return new ServersSettings(directory, Port.any(), Port.any(), Port.any());
  }
}
