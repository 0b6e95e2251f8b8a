package eu.digitalnorth.local.installation;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;

/**
 * The checkout that was built, which has every service's class path in {@code
 * services/<name>/target/classpath.txt}. Found from where this class was loaded, so that it works
 * the same from the script, in a test run of Maven and in an IDE.
 *
 * @param root top of the checkout
 */
public record Home(Path root) {
  /** Says where the checkout is, if this class was moved out of it. */
  public static final String SETTING = "exchange.home";

  public static Home find() {
    String setting = System.getProperty(SETTING);
    return new Home(setting == null ? aboveThisModule() : Path.of(setting).toAbsolutePath());
  }

  /** What a JVM needs to become the service: its own jar first, then its dependencies. */
  public String classPath(String service) {
    Path target = target(service);
    Path dependencies = target.resolve("classpath.txt");
    Path jar = target.resolve(service + "-1.0-SNAPSHOT.jar");
    for (Path needed : new Path[] {dependencies, jar}) {
      if (!Files.exists(needed)) {
        throw new InstallationException(
            "%s is missing: build the services first (mvn package -DskipTests)."
                .formatted(root.relativize(needed)));
      }
    }
    try {
      return jar + File.pathSeparator + Files.readString(dependencies).strip();
    } catch (IOException e) {
      throw new InstallationException(dependencies + " cannot be read.", e);
    }
  }

  /** Where the build has put a service. */
  Path target(String service) {
    return root.resolve("services").resolve(service).resolve("target");
  }

  /** {@code services/local/target/classes}, or the jar beside it. */
  private static Path aboveThisModule() {
    CodeSource source = Home.class.getProtectionDomain().getCodeSource();
    try {
      return Path.of(source.getLocation().toURI())
          .toAbsolutePath()
          .resolve("../../../..")
          .normalize();
    } catch (URISyntaxException e) {
      throw new InstallationException("Unreadable location " + source.getLocation(), e);
    }
  }
}
