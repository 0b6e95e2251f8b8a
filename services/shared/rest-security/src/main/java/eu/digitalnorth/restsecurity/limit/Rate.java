package eu.digitalnorth.restsecurity.limit;

/**
 * How often.
 *
 * @param burst at once
 * @param perSecond for ever
 */
public record Rate(long burst, long perSecond) {
  public Rate {
    if (burst < 1 || perSecond < 1) {
      throw new IllegalArgumentException("A rate limit lets at least one request through");
    }
  }
}
