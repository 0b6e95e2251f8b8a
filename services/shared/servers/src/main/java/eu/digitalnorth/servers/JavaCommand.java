package eu.digitalnorth.servers;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line of a child JVM on the Java that runs this. */
final class JavaCommand {
  private JavaCommand() {}

  /**
   * The command with an archive of classes by that name.
   *
   * @param classPath what it runs from
   */
  static List<String> of(
      String name, int heapMegabytes, String classPath, List<String> optionsAndMain) {
    Path archive = Distribution.target().resolve(name + ".jsa");
    List<String> options = new ArrayList<>(ClassArchive.options(archive, classPath));
    options.addAll(optionsAndMain);
    return plain(heapMegabytes, options);
  }

  static List<String> plain(int heapMegabytes, List<String> optionsAndMain) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(SmallJvm.options(heapMegabytes));
    command.addAll(optionsAndMain);
    return command;
  }
}
