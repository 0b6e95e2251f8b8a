package eu.digitalnorth.replay.sandbox;

import eu.digitalnorth.messaging.topic.Service;
import eu.digitalnorth.replay.Failure;
import eu.digitalnorth.replay.ReplayException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.regex.Pattern;

/**
 * A service as it is to be run: what a JVM needs on its class path.
 *
 * @param classPath jars and folders
 */
public record ServiceProgram(Service service, List<Path> classPath) {
  private static final Pattern POM =
      Pattern.compile("META-INF/maven/([^/]+/[^/]+)/pom[.]properties");

  public ServiceProgram {
    classPath = List.copyOf(classPath);
  }

  /**
   * As a checkout was built last.
   *
   * @param home top of the checkout
   * @throws ReplayException if it was not built
   */
  public static ServiceProgram built(Path home, Service service) {
    Path target = home.resolve("services").resolve(service.id()).resolve("target");
    Path jar = target.resolve(service.id() + "-1.0-SNAPSHOT.jar");
    Path dependencies = target.resolve("classpath.txt");
    try {
      if (!Files.exists(jar)) {
        throw new IOException("There is no " + jar);
      }
      List<Path> classPath = new ArrayList<>(List.of(jar));
      classPath.addAll(paths(Files.readString(dependencies).strip()));
      return new ServiceProgram(service, classPath);
    } catch (IOException e) {
      throw new ReplayException(
          Failure.USAGE,
          "The service %s was not built here: mvn package -Pquick, or any ./exchange command."
              .formatted(service.id()),
          e);
    }
  }

  /** As it is on the class path of this JVM. */
  public static ServiceProgram onClassPath(Service service) {
    return new ServiceProgram(service, paths(System.getProperty("java.class.path")));
  }

  /**
   * The same with another jar: in the place of the one that was built from the same Maven project,
   * or has the same file name, be it the service's own or a library's; before all others if there
   * is none.
   *
   * @throws ReplayException if it is no jar, or one that has its libraries in it
   */
  public ServiceProgram with(Path changed) {
    if (!Files.isRegularFile(changed)) {
      throw new ReplayException(Failure.USAGE, "There is no jar %s.".formatted(changed));
    }
    Optional<String> project = project(changed);
    List<Path> others =
        classPath.stream()
            .filter(entry -> !entry.getFileName().equals(changed.getFileName()))
            .filter(entry -> project.isEmpty() || !project.equals(project(entry)))
            .toList();
    // It runs in another folder than the one from which the jar was named.
    List<Path> all = new ArrayList<>(List.of(changed.toAbsolutePath()));
    all.addAll(others);
    return new ServiceProgram(service, all);
  }

  /** The same with another folder or jar in the place of one. */
  public ServiceProgram replacing(Path entry, Path changed) {
    if (!classPath.contains(entry)) {
      throw new IllegalArgumentException(entry + " is not on the class path");
    }
    return new ServiceProgram(
        service, classPath.stream().map(one -> one.equals(entry) ? changed : one).toList());
  }

  String mainClass() {
    String id = service.id();
    return "eu.digitalnorth.%s.%s%sApplication"
        .formatted(id, Character.toUpperCase(id.charAt(0)), id.substring(1));
  }

  private static List<Path> paths(String classPath) {
    return Arrays.stream(classPath.split(Pattern.quote(File.pathSeparator), -1))
        .filter(entry -> !entry.isEmpty())
        .map(Path::of)
        .toList();
  }

  /** {@code group/artifact}, as Maven has written it into the jar. */
  private static Optional<String> project(Path jar) {
    if (!Files.isRegularFile(jar)) {
      return Optional.empty();
    }
    try (JarFile file = new JarFile(jar.toFile())) {
      if (file.getEntry("BOOT-INF/") != null) {
        throw new ReplayException(
            Failure.USAGE,
            "%s has its libraries in it: name the jar without \"-exec\".".formatted(jar));
      }
      return file.stream()
          .map(entry -> POM.matcher(entry.getName()))
          .filter(matcher -> matcher.matches())
          .map(matcher -> matcher.group(1))
          .findFirst();
    } catch (IOException e) {
      throw new ReplayException(Failure.USAGE, "%s is no jar.".formatted(jar), e);
    }
  }
}
