package eu.digitalnorth.registry.seed;

/**
 * How much is made up for each country.
 *
 * @param people at least so many; some more live between two countries
 * @param companies exactly so many
 */
public record SeedSize(int people, int companies) {
  private static final int FEWEST_PEOPLE = 100;
  private static final int FEWEST_COMPANIES = 3;

  public SeedSize {
    if (people < FEWEST_PEOPLE || companies < FEWEST_COMPANIES) {
      throw new IllegalArgumentException(
          "A seed has at least %d people and %d companies"
              .formatted(FEWEST_PEOPLE, FEWEST_COMPANIES));
    }
  }
}
