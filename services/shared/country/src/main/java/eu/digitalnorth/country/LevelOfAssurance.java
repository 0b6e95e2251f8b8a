package eu.digitalnorth.country;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How sure a country is of who was authenticated (eIDAS, Article 8), from weakest to strongest. */
public enum LevelOfAssurance {
  LOW,
  SUBSTANTIAL,
  HIGH;

  private static final String PREFIX = "http://eidas.europa.eu/LoA/";

  /**
   * The URI of the eIDAS attribute profile, for example {@code http://eidas.europa.eu/LoA/high}.
   */
  public String uri() {
    return PREFIX + lower();
  }

  public boolean isAtLeast(LevelOfAssurance required) {
    return compareTo(required) >= 0;
  }

  /** The word as it stands in YAML and in texts: {@code high}. */
  public String lower() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Empty for anything but one of the three URIs. */
  public static Optional<LevelOfAssurance> ofUri(String uri) {
    return Arrays.stream(values()).filter(level -> level.uri().equals(uri)).findFirst();
  }
}
