package eu.digitalnorth.servers;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Ctrl-C in a terminal reaches every process of the foreground group. Children are started outside
 * of it, so that the one who started them stops them, in good order.
 */
final class Detached {
  private static final List<String> PREFIX = prefix();

  private Detached() {}

  /** The process keeps its id: what leads to the program becomes the program. */
  static List<String> command(List<String> command) {
    List<String> whole = new ArrayList<>(PREFIX);
    whole.addAll(command);
    return whole;
  }

  private static List<String> prefix() {
    if (Files.isExecutable(Path.of("/usr/bin/setsid"))) {
      return List.of("/usr/bin/setsid");
    }
    if (Files.isExecutable(Path.of("/usr/bin/perl"))) {
      return List.of("/usr/bin/perl", "-e", "setpgrp(0, 0); exec @ARGV or die", "--");
    }
    return List.of();
  }
}
