package eu.digitalnorth.servers;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * PostgreSQL refuses to run as root. In a user namespace of its own, root is nobody as far as
 * PostgreSQL can tell, and still owns its files; the process keeps its id, since {@code unshare}
 * becomes the program.
 */
final class Unprivileged {
  private Unprivileged() {}

  static List<String> command(List<String> command) {
    List<String> whole = new ArrayList<>(prefix());
    whole.addAll(command);
    return whole;
  }

  private static List<String> prefix() {
    if (!userId(List.of()).equals("0")) {
      return List.of();
    }
    List<String> unshare = List.of("unshare", "-U");
    String inside = userId(unshare);
    if (inside.isEmpty() || inside.equals("0")) {
      throw new ServerException(
          "PostgreSQL does not run as root, and \"unshare -U\", which would help, does not work"
              + " here. Run this as another user.");
    }
    return unshare;
  }

  private static String userId(List<String> prefix) {
    List<String> command = new ArrayList<>(prefix);
    command.addAll(List.of("id", "-u"));
    try {
      Process process = new ProcessBuilder(command).start();
      String output =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      return process.waitFor() == 0 ? output : "";
    } catch (IOException e) {
      return "";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "";
    }
  }
}
