package eu.digitalnorth.servers;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;

/**
 * Where this module's build has put the servers: its {@code target} folder, found from where this
 * class was loaded, be it {@code target/classes} or {@code target/servers-<version>.jar}. No class
 * path needs to be known, so that it works the same under a launcher, in a test run of Maven and in
 * an IDE.
 */
final class Distribution {
  /** Says where the folder is, if it was moved. */
  static final String SETTING = "exchange.servers.distribution";

  private Distribution() {}

  static Path resolve(String name) {
    Path path = target().resolve(name);
    if (!Files.exists(path)) {
      throw new ServerException(
          "%s is missing: build the module \"servers\" with Maven (mvn -pl services/shared/servers -am package), or set %s."
              .formatted(path, SETTING));
    }
    return path;
  }

  /** What a JVM needs to run {@link KafkaMain}. */
  static String kafkaClassPath() {
    try {
      return codeLocation()
          + java.io.File.pathSeparator
          + Files.readString(resolve("kafka.classpath")).strip();
    } catch (IOException e) {
      throw new ServerException("The class path of Kafka cannot be read.", e);
    }
  }

  static Path target() {
    String setting = System.getProperty(SETTING);
    return setting == null ? codeLocation().resolveSibling("") : Path.of(setting);
  }

  private static Path codeLocation() {
    CodeSource source = Distribution.class.getProtectionDomain().getCodeSource();
    try {
      return Path.of(source.getLocation().toURI()).toAbsolutePath();
    } catch (URISyntaxException e) {
      throw new ServerException("Unreadable location " + source.getLocation(), e);
    }
  }
}
