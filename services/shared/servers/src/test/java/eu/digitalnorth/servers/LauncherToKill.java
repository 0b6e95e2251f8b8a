package eu.digitalnorth.servers;

import java.nio.file.Path;

/** Starts PostgreSQL and waits to be killed. */
final class LauncherToKill {
  private LauncherToKill() {}

  public static void main(String[] arguments) throws Exception {
    var server = new PostgresServer(Path.of(arguments[0]), Port.any(), Lifetime.SHORT);
    server.start();
    server.database("kept", "launched-password");
    System.out.println(server.port());
    Thread.currentThread().join();
  }
}
