package eu.digitalnorth.country;

import java.util.List;

/**
 * A country's electronic identification scheme.
 *
 * @param means what citizens authenticate with, at least one
 */
public record ElectronicIdScheme(String name, List<Means> means) {

  public ElectronicIdScheme {
    means = List.copyOf(means);
    if (means.isEmpty()) {
      throw new IllegalArgumentException("An electronic identification scheme without means");
    }
  }

  /** The strongest level that any of the means reaches. */
  public LevelOfAssurance highestLevel() {
    return means.stream().map(Means::level).reduce(LevelOfAssurance.LOW, ElectronicIdScheme::max);
  }

  private static LevelOfAssurance max(LevelOfAssurance one, LevelOfAssurance other) {
    return one.isAtLeast(other) ? one : other;
  }

  /** One kind of card, app or token, and the level that it reaches. */
  public record Means(String name, LevelOfAssurance level) {}
}
