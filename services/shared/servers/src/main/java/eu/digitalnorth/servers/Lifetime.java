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

  /** In minutes, the second compiler takes more time than it gives: half of that of a start. */
  public List<String> compilerOptions() {
    return this == LONG ? List.of() : List.of("-XX:TieredStopAtLevel=1");
  }

  String fsync() {
    return this == SHORT ? "off" : "on";
  }
}
