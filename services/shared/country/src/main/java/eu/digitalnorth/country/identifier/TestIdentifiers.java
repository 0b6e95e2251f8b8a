package eu.digitalnorth.country.identifier;

import eu.digitalnorth.country.identifier.PersonScheme.Sex;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;

/**
 * Hands out identifiers that no real person or company has, each once: the same calls in the same
 * order give the same numbers. One instance for one register; not safe for several threads.
 */
public final class TestIdentifiers {

  private final PersonScheme people;
  private final Iterator<String> companies;
  private final Set<String> given = new HashSet<>();

  public TestIdentifiers(PersonScheme people, CompanyScheme companies) {
    this.people = people;
    this.companies = companies.synthetic().iterator();
  }

  /**
   * The next person born on a day, or, if the scheme has no number left for that day, on the next
   * one that has, as Sweden does with real people.
   */
  public TestPerson person(LocalDate wanted, Sex sex) {
    LocalDate birthDate = wanted;
    Optional<String> number = unused(birthDate, sex);
    while (number.isEmpty()) {
      birthDate = birthDate.plusDays(1);
      number = unused(birthDate, sex);
    }
    given.add(number.get());
    return new TestPerson(number.get(), birthDate);
  }

  private Optional<String> unused(LocalDate birthDate, Sex sex) {
    return people.synthetic(birthDate, sex).filter(number -> !given.contains(number)).findFirst();
  }

  /** The next company. */
  public String company() {
    return companies.next();
  }

  /**
   * A synthetic person's identity.
   *
   * @param identifier in its normalised form
   * @param birthDate the one to use with it
   */
  public record TestPerson(String identifier, LocalDate birthDate) {}
}
