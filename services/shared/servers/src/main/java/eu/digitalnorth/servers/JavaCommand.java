package eu.digitalnorth.servers;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line of a child JVM on the Java that runs this. */
final class JavaCommand {
  private JavaCommand() {}

  /**
   * The serial collector takes the least memory, and on the heaps here its pauses are a few
   * milliseconds.
   */
  static List<String> of(int heapMegabytes, List<String> optionsAndMain) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx" + heapMegabytes + "m");
    command.add("-XX:+UseSerialGC");
    command.add("-XX:+ExitOnOutOfMemoryError");
    command.add("-XX:-UsePerfData");
    command.addAll(optionsAndMain);
    return command;
  }
}
