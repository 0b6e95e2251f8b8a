package eu.digitalnorth.country;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Names in the letters A to Z, as the second, transliterated value of an eIDAS name: by the table
 * of ICAO Doc 9303-3, section 6.A, for national characters of the Latin script.
 */
public final class Transliteration {

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern NOT_BASIC = Pattern.compile("[^\\x20-\\x7E]");

  /** Letters that become two, or that have no mark to take off. */
  private static final Map<Character, String> LETTERS =
      Map.ofEntries(
          Map.entry('Å', "AA"),
          Map.entry('Ä', "AE"),
          Map.entry('Æ', "AE"),
          Map.entry('Ö', "OE"),
          Map.entry('Ø', "OE"),
          Map.entry('Œ', "OE"),
          Map.entry('Ü', "UE"),
          Map.entry('Þ', "TH"),
          Map.entry('ẞ', "SS"),
          Map.entry('Ð', "D"),
          Map.entry('Đ', "D"),
          Map.entry('Ł', "L"),
          Map.entry('Ŋ', "N"),
          Map.entry('Ŧ', "T"));

  private Transliteration() {}

  /** The name in basic Latin letters, upper and lower case kept; other scripts are left out. */
  public static String of(String name) {
    String composed = Normalizer.normalize(name, Normalizer.Form.NFC);
    StringBuilder latin = new StringBuilder();
    for (int i = 0; i < composed.length(); i++) {
      latin.append(letter(composed, i));
    }
    String unmarked = Normalizer.normalize(latin, Normalizer.Form.NFD);
    return NOT_BASIC.matcher(MARKS.matcher(unmarked).replaceAll("")).replaceAll("");
  }

  /** The transliterated value of a name, empty if the name needs none. */
  public static Optional<String> ifNeeded(String name) {
    return Optional.of(of(name)).filter(latin -> !latin.equals(name));
  }

  private static String letter(String name, int index) {
    char letter = name.charAt(index);
    if (letter == 'ß') {
      return "ss";
    }
    char upper = Character.toUpperCase(letter);
    String replacement = LETTERS.get(upper);
    if (replacement == null) {
      return String.valueOf(letter);
    }
    if (letter != upper) {
      return replacement.toLowerCase(Locale.ROOT);
    }
    boolean titled = index + 1 < name.length() && Character.isLowerCase(name.charAt(index + 1));
    return titled
        ? replacement.charAt(0) + replacement.substring(1).toLowerCase(Locale.ROOT)
        : replacement;
  }
}
