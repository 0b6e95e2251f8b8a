package eu.digitalnorth.registry.register;

import java.time.Instant;

/**
 * A row of a register as it stands.
 *
 * @param subject pseudonym of the person or company
 * @param version from 1, one more with each change
 */
public record Registered<T>(String subject, long version, Instant changedAt, T row) {

  public static <T> Registered<T> first(String subject, Instant at, T row) {
    return new Registered<>(subject, 1, at, row);
  }

  public Registered<T> changed(Instant at, T changed) {
    return new Registered<>(subject, version + 1, at, changed);
  }
}
