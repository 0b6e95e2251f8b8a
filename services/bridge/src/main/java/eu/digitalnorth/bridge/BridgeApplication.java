package eu.digitalnorth.bridge;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.apache.kafka.connect.mirror.MirrorMaker;

/** MirrorMaker 2 between two clusters, both ways, until it is stopped. */
public final class BridgeApplication {
  private BridgeApplication() {}

  /**
   * @param arguments a file as {@link BridgeSettings} reads it; it has passwords, and so is
   *     readable by its owner only
   */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 1) {
      throw new IllegalArgumentException("Give the file with the settings");
    }
    Properties file = new Properties();
    try (Reader reader = Files.newBufferedReader(Path.of(arguments[0]))) {
      file.load(reader);
    }
    MirrorMaker bridge = new MirrorMaker(BridgeSettings.of(file).ofMirrorMaker());
    bridge.start();
    Runtime.getRuntime().addShutdownHook(new Thread(bridge::stop, "bridge-stop"));
    bridge.awaitStop();
  }
}
