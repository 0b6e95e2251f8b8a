package eu.digitalnorth.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import eu.digitalnorth.local.installation.Home;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class ExchangeCommandTest {
  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private CommandLine exchange;

  @BeforeEach
  void create() {
    exchange = ExchangeCommand.commandLine(new Home(folder));
    exchange.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "up",
        "demo",
        "replay",
        "status",
        "reset",
        "token",
        "password",
        "keys",
        "credentials",
        "dead-letters",
        "certificates",
        "load",
        "compose"
      })
  void everyCommandHasHelp(String command) {
    assertThat(exchange.execute(command, "--help")).isZero();
    assertThat(out.toString()).startsWith("Usage: exchange " + command);
  }

  @Test
  void theScriptTellsOfEveryCommand() throws IOException {
    String script = Files.readString(Path.of("../../exchange"));

    assertThat(exchange.getSubcommands().keySet())
        .isNotEmpty()
        .allSatisfy(command -> assertThat(script).containsPattern("\n  " + command + " +[A-Z]"));
  }

  @Test
  void statusOfAFolderWithoutDataSaysSo() {
    int code = exchange.execute("status", "--data", folder.resolve("nothing").toString());

    assertThat(code).isEqualTo(3);
    assertThat(out.toString()).contains("Nothing runs");
  }

  @Test
  void resetLeavesAFolderAloneThatIsNoneOfOurs() throws IOException {
    Path precious = Files.writeString(folder.resolve("precious.txt"), "mine");

    int code = exchange.execute("reset", "--yes", "--data", folder.toString());

    assertThat(code).isEqualTo(1);
    assertThat(precious).exists();
    assertThat(err.toString()).contains("does not look like the data of an exchange");
  }

  @Test
  void resetDeletesTheDataOfAnExchange() throws IOException {
    Path data = folder.resolve("data");
    Files.createDirectories(data.resolve("run"));
    Files.writeString(data.resolve("passwords.properties"), "");

    assertThat(exchange.execute("reset", "--yes", "--data", data.toString())).isZero();

    assertThat(data).doesNotExist();
  }

  @Test
  void optionsCanBeKeptInAFile() throws IOException {
    Path data = folder.resolve("elsewhere");
    Files.writeString(folder.resolve("exchange.properties"), "data=" + data);
    CommandLine withFile = ExchangeCommand.commandLine(new Home(folder));
    withFile.setOut(new PrintWriter(out));

    withFile.execute("status");

    assertThat(out.toString()).contains(data.toString());
  }
}
