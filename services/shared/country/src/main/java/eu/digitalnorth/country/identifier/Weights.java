package eu.digitalnorth.country.identifier;

/** The weights of a check sum, from the first digit on. */
final class Weights {

  private final int[] values;

  Weights(int... values) {
    this.values = values.clone();
  }

  int count() {
    return values.length;
  }

  int sum(String digits) {
    return Digits.weighted(digits, values);
  }
}
