package eu.digitalnorth.local.command;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** The console of a command, as picocli has it. */
final class Consoles {
  private Consoles() {}

  static Console of(CommandSpec spec) {
    CommandLine commandLine = spec.commandLine();
    return new Console(commandLine.getOut(), commandLine.getColorScheme().ansi());
  }
}
