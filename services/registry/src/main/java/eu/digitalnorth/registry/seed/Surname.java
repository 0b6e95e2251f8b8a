package eu.digitalnorth.registry.seed;

/** A family name in the forms that its language gives it. */
record Surname(String man, String wife, String daughter) {

  /** Reads {@code all}, {@code man|woman} or {@code man|wife|daughter}. */
  static Surname parse(String text) {
    String[] forms = text.split("\\|");
    return switch (forms.length) {
      case 1 -> new Surname(forms[0], forms[0], forms[0]);
      case 2 -> new Surname(forms[0], forms[1], forms[1]);
      default -> new Surname(forms[0], forms[1], forms[2]);
    };
  }
}
