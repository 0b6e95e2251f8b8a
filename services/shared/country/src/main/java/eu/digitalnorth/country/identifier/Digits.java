package eu.digitalnorth.country.identifier;

import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Arithmetic on decimal digits. */
final class Digits {

  private Digits() {}

  static int at(String digits, int index) {
    return digits.charAt(index) - '0';
  }

  static int number(String digits, int from, int to) {
    return Integer.parseInt(digits, from, to, 10);
  }

  /** The sum of the leading digits, each times its weight. */
  static int weighted(String digits, int... weights) {
    int sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += at(digits, i) * weights[i];
    }
    return sum;
  }

  /** The formula of Luhn (ISO/IEC 7812-1, Annex B), the last digit being the check digit. */
  static boolean luhn(String digits) {
    int last = digits.length() - 1;
    int sum =
        IntStream.rangeClosed(0, last)
            .map(i -> i % 2 == 0 ? at(digits, last - i) : doubled(at(digits, last - i)))
            .sum();
    return sum % 10 == 0;
  }

  private static int doubled(int digit) {
    return digit > 4 ? 2 * digit - 9 : 2 * digit;
  }

  /** Removes the separators that people write. */
  static String bare(String text) {
    return text.replaceAll("[\\s-]", "");
  }

  /** A body with each possible last digit. */
  static Stream<String> closings(String body) {
    return IntStream.range(0, 10).mapToObj(digit -> body + digit);
  }

  /** All numbers of a width, with leading zeros. */
  static Stream<String> counting(int from, int to, int width) {
    int leadingOne = (int) Math.pow(10, width);
    return IntStream.range(from, to).mapToObj(i -> Integer.toString(leadingOne + i).substring(1));
  }
}
