package eu.digitalnorth.bridge;

import eu.digitalnorth.trust.key.MissingKeyException;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.connect.mirror.MirrorMaker;

/** MirrorMaker 2 between two clusters, both ways, until it is stopped. */
public final class BridgeApplication {
  private static final int WRONG_SETTINGS = 2;

  private BridgeApplication() {}

  /**
   * Ends with 2, and a line that says why, if it cannot be with these settings.
   *
   * @param arguments a file as {@link BridgeSettings} reads it; it may have passwords, and so is
   *     readable by its owner only
   */
  public static void main(String[] arguments) {
    MirrorMaker bridge;
    try {
      bridge = new MirrorMaker(BridgeSettings.of(file(arguments)).ofMirrorMaker());
    } catch (IllegalArgumentException | MissingKeyException | ConfigException e) {
      System.err.println("bridge: " + e.getMessage());
      System.exit(WRONG_SETTINGS);
      return;
    }
    bridge.start();
    Runtime.getRuntime().addShutdownHook(new Thread(bridge::stop, "bridge-stop"));
    bridge.awaitStop();
  }

  private static Properties file(String[] arguments) {
    if (arguments.length != 1) {
      throw new IllegalArgumentException("Give the file with the settings, and nothing else");
    }
    Properties file = new Properties();
    try (Reader reader = Files.newBufferedReader(Path.of(arguments[0]))) {
      file.load(reader);
    } catch (IOException e) {
      throw new IllegalArgumentException(arguments[0] + " cannot be read", e);
    }
    return file;
  }
}
