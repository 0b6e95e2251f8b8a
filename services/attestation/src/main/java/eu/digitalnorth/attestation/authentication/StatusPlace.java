package eu.digitalnorth.attestation.authentication;

/**
 * Where the status of an attestation stands: its place in a list. Places are counted through all
 * lists, and each is given to one attestation only.
 *
 * @param number from 0
 */
public record StatusPlace(long number) {
  /** Places in a list: a token of it has 25,000 bytes before it is compressed. */
  public static final int LIST_SIZE = 100_000;

  public StatusPlace {
    if (number < 0) {
      throw new IllegalArgumentException("Places are counted from 0: " + number);
    }
  }

  /** Number of the list, from 0. */
  public int list() {
    return Math.toIntExact(number / LIST_SIZE);
  }

  /** Place within the list, from 0. */
  public int index() {
    return (int) (number % LIST_SIZE);
  }

  /** Whether it is time to have the next list ready. */
  public boolean isInSecondHalf() {
    return index() >= LIST_SIZE / 2;
  }
}
