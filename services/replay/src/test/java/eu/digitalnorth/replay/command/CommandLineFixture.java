package eu.digitalnorth.replay.command;

import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;

/** The command line as a person uses it. */
final class CommandLineFixture {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  /** What came of it. */
  record Result(int exitCode, String out, String err) {}

  static Result run(Object... arguments) {
    return execute(ReplayCommand.commandLine(), arguments);
  }

  static Result execute(CommandLine command, Object... arguments) {
    return new CommandLineFixture().run(command, arguments);
  }

  private Result run(CommandLine command, Object[] arguments) {
    command.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
    command.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    String[] texts = new String[arguments.length];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = arguments[i].toString();
    }
    int exitCode = command.execute(texts);
    return new Result(exitCode, out.toString(), err.toString());
  }
}
