package eu.digitalnorth.local.installation;

import java.util.Locale;

/** Time since it was created, for people: {@code 3.4 s}. */
final class Stopwatch {
  private final long begunAt = System.nanoTime();

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%.1f s", (System.nanoTime() - begunAt) / 1e9);
  }
}
