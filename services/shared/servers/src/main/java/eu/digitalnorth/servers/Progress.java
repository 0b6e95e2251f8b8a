package eu.digitalnorth.servers;

/** Is told what happens, one short line at a time, possibly from several threads. */
@FunctionalInterface
public interface Progress {
  void report(String line);

  static Progress silent() {
    return line -> {};
  }
}
