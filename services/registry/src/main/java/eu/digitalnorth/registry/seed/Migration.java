package eu.digitalnorth.registry.seed;

import eu.digitalnorth.country.identifier.PersonScheme.Sex;
import eu.digitalnorth.country.identifier.TestIdentifiers.TestPerson;
import eu.digitalnorth.registry.population.Addresses;
import eu.digitalnorth.registry.population.Birth;
import eu.digitalnorth.registry.population.Kinship;
import eu.digitalnorth.registry.population.RegisteredAddress;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Citizens of one country who live in another: both registers know them, by two identifiers. Their
 * parents stayed. One of them has a double address: each country claims another.
 */
final class Migration {
  private static final int OF_EACH_PAIR = 4;
  private static final LocalDate FIRST_MOVE = LocalDate.of(2014, 1, 1);
  private static final LocalDate LAST_MOVE = LocalDate.of(2024, 12, 31);

  private final People home;
  private final People host;
  private final String homeScheme;
  private final String hostScheme;
  private final Dice dice;

  Migration(People home, String homeScheme, People host, String hostScheme, Dice dice) {
    this.home = home;
    this.host = host;
    this.homeScheme = homeScheme;
    this.hostScheme = hostScheme;
    this.dice = dice;
  }

  void migrate() {
    for (int i = 0; i < OF_EACH_PAIR; i++) {
      emigrant(i == 0);
    }
  }

  private void emigrant(boolean doubleAddress) {
    Sex sex = dice.percent(50) ? Sex.MALE : Sex.FEMALE;
    Numbers numbers = numbers(sex);
    DraftPerson father = father(numbers.birthday());
    Surname surname = home.names.ofChildren(father);
    String given = home.names.given(sex);
    Birth birth = home.birth(numbers.birthday());
    RegisteredAddress abroad =
        new RegisteredAddress(
            host.homes.address(),
            dice.day(FIRST_MOVE, LAST_MOVE).atTime(9, 0).toInstant(ZoneOffset.UTC));
    Addresses asHomeSeesIt =
        doubleAddress
            ? new Addresses(home.homes.registeredAfter(LAST_MOVE.plusDays(1)), abroad)
            : Addresses.only(abroad);
    DraftPerson there =
        draft(host, hostScheme, numbers.host(), sex, given, surname, birth, Addresses.only(abroad));
    DraftPerson here =
        draft(home, homeScheme, numbers.home(), sex, given, surname, birth, asHomeSeesIt);
    there.foreignIdentifiers.add(here.abroad());
    here.foreignIdentifiers.add(there.abroad());
    here.isRelatedTo(father, Kinship.PARENT);
    there.isRelatedTo(father, Kinship.PARENT);
    father.isRelatedTo(there, Kinship.CHILD);
  }

  private DraftPerson draft(
      People register,
      String scheme,
      TestPerson number,
      Sex sex,
      String given,
      Surname surname,
      Birth birth,
      Addresses addresses) {
    DraftPerson person =
        new DraftPerson(
            register.country(),
            scheme,
            number,
            sex,
            given,
            surname,
            sex == Sex.MALE ? surname.man() : surname.daughter(),
            null,
            birth,
            addresses,
            register.noDebts());
    person.nationalities.add(home.country());
    register.all.add(person);
    return person;
  }

  /** Numbers of both countries for the same day; some countries have none left for some days. */
  private Numbers numbers(Sex sex) {
    while (true) {
      TestPerson there = host.number(home.birthday(dice.between(22, 45)), sex);
      TestPerson here = home.number(there.birthDate(), sex);
      if (here.birthDate().equals(there.birthDate())) {
        return new Numbers(here, there);
      }
    }
  }

  private DraftPerson father(LocalDate ofSomebodyBornOn) {
    List<DraftPerson> fathers =
        home.all.stream()
            .filter(p -> p.sex == Sex.MALE && p.nationalities.contains(home.country()))
            .filter(p -> age(p.birth.date(), ofSomebodyBornOn) >= 20)
            .filter(p -> age(p.birth.date(), ofSomebodyBornOn) <= 45)
            .toList();
    return dice.pick(fathers);
  }

  private static int age(LocalDate born, LocalDate on) {
    return Period.between(born, on).getYears();
  }

  private record Numbers(TestPerson home, TestPerson host) {
    LocalDate birthday() {
      return home.birthDate();
    }
  }
}
