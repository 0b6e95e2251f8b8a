package eu.digitalnorth.registerview;

import eu.digitalnorth.schemas.register.CompanyChange;
import eu.digitalnorth.schemas.register.PersonChange;
import eu.digitalnorth.schemas.wire.PersonalPart;
import java.util.List;

/**
 * A version of a register row as it is kept.
 *
 * @param subject pseudonym by the country's own key
 * @param aliases pseudonyms of identifiers in other countries
 */
record RegisterRow(String subject, long version, List<String> aliases, PersonalPart content) {

  static RegisterRow of(PersonChange change) {
    return new RegisterRow(
        change.getSubject(), change.getVersion(), change.getAliases(), change.getPerson());
  }

  static RegisterRow of(CompanyChange change) {
    return new RegisterRow(
        change.getSubject(), change.getVersion(), List.of(), change.getCompany());
  }
}
