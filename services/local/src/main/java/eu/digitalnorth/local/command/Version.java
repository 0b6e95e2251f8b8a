package eu.digitalnorth.local.command;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** The version of the build, and of the Java that runs it. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    String version = Version.class.getPackage().getImplementationVersion();
    return new String[] {
      "Digital North %s on Java %s"
          .formatted(
              Objects.requireNonNullElse(version, "(not packaged)"),
              System.getProperty("java.version"))
    };
  }
}
