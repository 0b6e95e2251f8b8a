package eu.digitalnorth.registry.population;

/** What a relative is to a person. */
public enum Kinship {
  PARENT,
  CHILD,
  SPOUSE
}
