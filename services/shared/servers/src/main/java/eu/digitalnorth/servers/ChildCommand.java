package eu.digitalnorth.servers;

import java.util.List;
import java.util.Map;

/**
 * How a child process is started.
 *
 * @param name of the process in file names and messages
 * @param arguments program and arguments
 * @param executable file name of the program that runs in the end, if the first argument only leads
 *     to it
 * @param environment added to that of this process
 * @param stopSignal asks it to end in good order, without {@code SIG}
 */
public record ChildCommand(
    String name,
    List<String> arguments,
    String executable,
    Map<String, String> environment,
    String stopSignal) {

  public ChildCommand {
    arguments = List.copyOf(arguments);
    environment = Map.copyOf(environment);
  }

  /** A command that runs its own first argument and ends on SIGTERM, as every JVM does. */
  public static ChildCommand of(
      String name, List<String> arguments, Map<String, String> environment) {
    String executable = arguments.getFirst().replaceFirst(".*/", "");
    return new ChildCommand(name, arguments, executable, environment, "TERM");
  }
}
