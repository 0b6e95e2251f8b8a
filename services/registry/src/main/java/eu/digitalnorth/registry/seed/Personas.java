package eu.digitalnorth.registry.seed;

import eu.digitalnorth.country.identifier.PersonScheme.Sex;
import eu.digitalnorth.registry.business.RepresentativeRole;
import eu.digitalnorth.registry.register.TaxStatus;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** Makes up those whom the demonstration needs; they come first, so that nothing moves them. */
final class Personas {
  private static final BigDecimal DEBT = new BigDecimal("12450.30");

  private final People people;
  private final Families families;
  private final Companies companies;

  Personas(People people, Families families, Companies companies) {
    this.people = people;
    this.families = families;
    this.companies = companies;
  }

  List<Persona> create() {
    return List.of(student(), owner(), mover(), bidder(), debtor(), deceased());
  }

  /** Has just finished school. */
  private Persona student() {
    DraftPerson person = citizen(20, Sex.FEMALE);
    person.diplomas.clear();
    people.award(person, people.level(4, 4).getFirst());
    return new Persona("student", person.identifier, null);
  }

  /** Represents an active company alone. */
  private Persona owner() {
    return in("owner", citizen(45, Sex.FEMALE), RepresentativeRole.OWNER, BigDecimal.ZERO);
  }

  /** Lives with a family. */
  private Persona mover() {
    DraftPerson father = families.couple(34);
    families.child(father, null, 6);
    return new Persona("mover", alive(father).identifier, null);
  }

  /** Represents a company that owes no taxes. */
  private Persona bidder() {
    return in(
        "bidder", citizen(50, Sex.MALE), RepresentativeRole.MANAGING_DIRECTOR, BigDecimal.ZERO);
  }

  /** Represents a company that does. */
  private Persona debtor() {
    return in("debtor", citizen(52, Sex.MALE), RepresentativeRole.OWNER, DEBT);
  }

  private Persona deceased() {
    DraftPerson person = citizen(81, Sex.FEMALE);
    person.deceasedOn = LocalDate.of(2025, 10, 14);
    return new Persona("deceased", person.identifier, null);
  }

  private Persona in(String name, DraftPerson person, RepresentativeRole role, BigDecimal owes) {
    return new Persona(name, person.identifier, companies.of(person, role, owes).identifier());
  }

  private DraftPerson citizen(int age, Sex sex) {
    return alive(people.single(age, sex, people.names.surname()));
  }

  private static DraftPerson alive(DraftPerson person) {
    person.deceasedOn = null;
    person.taxStatus = TaxStatus.clear(Calendar.TODAY, person.taxStatus.currency());
    return person;
  }
}
