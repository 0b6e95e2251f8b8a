package eu.digitalnorth.registerview;

/** Which register a row is of. */
enum RegisterKind {
  PERSON,
  COMPANY
}
