package eu.digitalnorth.servers;

import java.nio.file.Path;

/**
 * Where the servers keep what is theirs, and where they listen.
 *
 * @param directory keeps data, logs and process records across restarts
 * @param kafkaSecurity whom the broker lets in
 * @param lifetime what they are tuned for
 */
public record ServersSettings(
    Path directory,
    Port postgres,
    Port kafka,
    Port schemaRegistry,
    KafkaSecurity kafkaSecurity,
    Lifetime lifetime) {

  /** On any free ports. */
  public static ServersSettings in(Path directory, KafkaSecurity kafkaSecurity) {
    return onFreePorts(directory, kafkaSecurity, Lifetime.LONG);
  }

  /**
   * For a test run: on any free ports, quick to start, and the data need not survive the machine.
   */
  public static ServersSettings briefly(Path directory, KafkaSecurity kafkaSecurity) {
    return onFreePorts(directory, kafkaSecurity, Lifetime.SHORT);
  }

  private static ServersSettings onFreePorts(
      Path directory, KafkaSecurity kafkaSecurity, Lifetime lifetime) {
    return new ServersSettings(
        directory, Port.any(), Port.any(), Port.any(), kafkaSecurity, lifetime);
  }
}
