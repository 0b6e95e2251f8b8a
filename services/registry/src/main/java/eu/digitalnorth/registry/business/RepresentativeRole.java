package eu.digitalnorth.registry.business;

/** In which role a person represents a company. */
public enum RepresentativeRole {
  BOARD_MEMBER,
  CHAIRPERSON,
  MANAGING_DIRECTOR,
  PROCURIST,
  OWNER
}
