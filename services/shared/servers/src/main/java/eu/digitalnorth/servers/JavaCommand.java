package eu.digitalnorth.servers;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line of a child JVM on the Java that runs this. */
final class JavaCommand {
  private JavaCommand() {}

  /** The command with an archive of classes by that name, which makes later starts quicker. */
  static List<String> of(String name, int heapMegabytes, List<String> optionsAndMain) {
    List<String> options = new ArrayList<>(classArchive(name));
    options.addAll(optionsAndMain);
    return plain(heapMegabytes, options);
  }

  /**
   * The serial collector takes the least memory; on heaps this small it pauses for milliseconds.
   */
  static List<String> plain(int heapMegabytes, List<String> optionsAndMain) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx" + heapMegabytes + "m");
    command.add("-XX:+UseSerialGC");
    command.add("-XX:+ExitOnOutOfMemoryError");
    command.add("-XX:-UsePerfData");
    command.addAll(optionsAndMain);
    return command;
  }

  /**
   * The first orderly stop leaves the archive, and takes some seconds longer for it; later starts
   * take half the time. The JVM discards an archive that does not fit, and makes another.
   */
  private static List<String> classArchive(String name) {
    Path archive = Distribution.target().resolve(name + ".jsa");
    return List.of(
        "-XX:+AutoCreateSharedArchive",
        "-XX:SharedArchiveFile=" + archive,
        "-Xlog:cds=off,cds+dynamic=off");
  }
}
