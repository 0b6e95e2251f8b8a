package eu.digitalnorth.replay.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;

/** The command line as a person uses it. */
final class CommandLineFixture {
  private static final int USAGE = 2;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  /** What came of it. */
  record Result(int exitCode, String out, String err) {

    /** It has told so in one line; of a command, also what may be meant, and where to read it. */
    void failed(int with, String message) {
      assertThat(err).contains(message);
      assertThat(exitCode).isEqualTo(with);
      assertThat(err.lines()).hasSizeLessThanOrEqualTo(with == USAGE ? 3 : 1);
    }
  }

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
