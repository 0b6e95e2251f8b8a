package eu.digitalnorth.registry.population;

/** As eIDAS has it: Male, Female, Unspecified. */
public enum Gender {
  MALE,
  FEMALE,
  UNSPECIFIED
}
