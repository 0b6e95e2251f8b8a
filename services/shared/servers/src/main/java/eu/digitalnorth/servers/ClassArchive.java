package eu.digitalnorth.servers;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;

/**
 * A JVM's classes as its first orderly stop has laid them out (class data sharing): that stop takes
 * some seconds longer, later starts half the time and less memory.
 */
public final class ClassArchive {
  private ClassArchive() {}

  /**
   * Options of a JVM that uses the archive, or leaves one behind if there is none.
   *
   * @param classPath as {@code -cp} has it. A JVM ignores an archive of other jars, and makes no
   *     new one in its place, so one that is older than a jar is deleted.
   */
  public static List<String> options(Path archive, String classPath) {
    try {
      if (isOlder(archive, classPath)) {
        Files.deleteIfExists(archive);
      }
    } catch (NoSuchFileException e) {
      // There is none, or another start has just deleted it.
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return List.of(
        "-XX:+AutoCreateSharedArchive",
        "-XX:SharedArchiveFile=" + archive,
        "-Xlog:cds=off,cds+dynamic=off");
  }

  private static boolean isOlder(Path archive, String classPath) throws IOException {
    FileTime made = Files.getLastModifiedTime(archive);
    for (Path jar : Stream.of(classPath.split(File.pathSeparator)).map(Path::of).toList()) {
      if (Files.exists(jar) && Files.getLastModifiedTime(jar).compareTo(made) > 0) {
        return true;
      }
    }
    return false;
  }
}
