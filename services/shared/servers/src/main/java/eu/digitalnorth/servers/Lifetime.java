package eu.digitalnorth.servers;

import java.util.List;

/** How long servers are to run, which decides what is worth its while. */
public enum Lifetime {
  /** Hours and more, with data that survives a loss of power. */
  LONG,
  /** Minutes, with data that survives a loss of power. */
  MINUTES,
  /** Minutes, with data that is thrown away in the end. */
  SHORT;

  /**
   * In minutes, the second compiler takes more time than it gives: half of that of a start. With
   * the first one only, a JVM reserves so little for code that it collects garbage to make room
   * amid its start, unless it is told otherwise.
   */
  public List<String> compilerOptions() {
    return this == LONG
        ? List.of()
        : List.of("-XX:TieredStopAtLevel=1", "-XX:ReservedCodeCacheSize=128m");
  }

  String fsync() {
    return this == SHORT ? "off" : "on";
  }
}
