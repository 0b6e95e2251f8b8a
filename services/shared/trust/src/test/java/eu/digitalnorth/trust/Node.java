package eu.digitalnorth.trust;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Runs the scripts for Node that are published with the documentation. */
public final class Node {
  private static final Path SCRIPTS = Path.of("../../../docs/clients/node");

  private Node() {}

  /** Whether `npm ci` was run there. */
  public static boolean isInstalled() {
    return Files.isDirectory(SCRIPTS.resolve("node_modules/@sd-jwt/sd-jwt-vc"));
  }

  /** What a script said, and whether it was content. */
  public record Answer(int exitCode, String output) {}

  public static Answer run(String script, String input) throws IOException {
    Process process =
        new ProcessBuilder("node", script)
            .directory(SCRIPTS.toFile())
            .redirectErrorStream(true)
            .start();
    try {
      try (OutputStream toScript = process.getOutputStream()) {
        toScript.write(input.getBytes(StandardCharsets.UTF_8));
      }
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IOException(script + " does not end");
      }
      return new Answer(process.exitValue(), output.strip());
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}
