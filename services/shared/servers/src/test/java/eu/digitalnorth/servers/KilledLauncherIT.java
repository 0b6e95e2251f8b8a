package eu.digitalnorth.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledLauncherIT {
  @TempDir Path directory;

  @Test
  void theServerOfAKilledLauncherIsStoppedBeforeItStartsAgainOnTheSamePort() throws Exception {
    Port port = new Port(portOfServerWhoseLauncherWasKilled(), "--postgres-port");
    List<String> lines = new ArrayList<>();
    assertThat(port.accepts()).isTrue();

    Orphans.stopIn(directory, lines::add);
    var server = new PostgresServer(directory, port, Lifetime.SHORT);
    server.start();

    assertThat(lines).singleElement().asString().contains("left behind");
    assertThat(server.isReady()).isTrue();
    server.kill();
  }

  private int portOfServerWhoseLauncherWasKilled() throws Exception {
    Process launcher =
        new ProcessBuilder(
                JavaCommand.plain(
                    64,
                    List.of(
                        "-cp",
                        System.getProperty("java.class.path"),
                        LauncherToKill.class.getName(),
                        directory.toString())))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader output = launcher.inputReader()) {
      int port = Integer.parseInt(output.readLine());
      launcher.destroyForcibly().waitFor();
      return port;
    }
  }
}
