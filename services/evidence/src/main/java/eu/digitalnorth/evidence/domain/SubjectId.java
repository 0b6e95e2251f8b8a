package eu.digitalnorth.evidence.domain;

import eu.digitalnorth.country.identifier.PersonIdentifier;

/**
 * Whom an evidence is about, as the attestation names them.
 *
 * @param kind which register to look in
 * @param scheme scheme of the identifier in its own country
 * @param identifier personal, so it is never printed
 */
public record SubjectId(Kind kind, String scheme, String identifier) {

  /** People and companies are in different registers. */
  public enum Kind {
    PERSON,
    COMPANY
  }

  static SubjectId of(Kind kind, String scheme, PersonIdentifier identifier) {
    return new SubjectId(kind, scheme, identifier.identifier());
  }

  @Override
  public String toString() {
    return kind + ":" + scheme;
  }
}
