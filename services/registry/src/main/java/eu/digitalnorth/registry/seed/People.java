package eu.digitalnorth.registry.seed;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.country.identifier.PersonScheme.Sex;
import eu.digitalnorth.country.identifier.TestIdentifiers;
import eu.digitalnorth.country.identifier.TestIdentifiers.TestPerson;
import eu.digitalnorth.registry.population.Addresses;
import eu.digitalnorth.registry.population.Birth;
import eu.digitalnorth.registry.population.Diploma;
import eu.digitalnorth.registry.population.RegisteredAddress;
import eu.digitalnorth.registry.register.TaxStatus;
import eu.digitalnorth.registry.seed.NationalData.Qualification;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes up the people of one country, one by one. */
final class People {
  private static final LocalDate GRADUATION = LocalDate.of(2025, 6, 20);

  private static final int HIGHER_EDUCATION = 6;

  final NameGiver names;
  final Homes homes;
  final List<DraftPerson> all = new ArrayList<>();

  private final CountryCode country;
  private final String scheme;
  private final NationalData data;
  private final TestIdentifiers identifiers;
  private final Dice dice;
  private int diplomaNumber;

  People(
      CountryCode country,
      String scheme,
      NationalData data,
      TestIdentifiers identifiers,
      Dice dice) {
    this.country = country;
    this.scheme = scheme;
    this.data = data;
    this.identifiers = identifiers;
    this.dice = dice;
    this.names = new NameGiver(data, dice);
    this.homes = new Homes(country, data, dice);
  }

  CountryCode country() {
    return country;
  }

  TestPerson number(LocalDate birthday, Sex sex) {
    return identifiers.person(birthday, sex);
  }

  LocalDate birthday(int age) {
    return dice.birthday(age, Calendar.TODAY);
  }

  /** Somebody unmarried, at home alone. */
  DraftPerson single(int age, Sex sex, Surname surname) {
    LocalDate birthday = birthday(age);
    return single(age, sex, surname, homes.registeredAfter(birthday), birthday);
  }

  /** Somebody unmarried, in a home that is there. */
  DraftPerson single(
      int age, Sex sex, Surname surname, RegisteredAddress home, LocalDate birthday) {
    String family = sex == Sex.MALE ? surname.man() : surname.daughter();
    return add(sex, number(birthday, sex), surname, family, null, home, age);
  }

  /** A wife, who may have taken her husband's name. */
  DraftPerson wife(int age, Surname husbands, RegisteredAddress home) {
    Surname own = names.surname();
    boolean changes = names.wivesChange();
    return add(
        Sex.FEMALE,
        number(birthday(age), Sex.FEMALE),
        changes ? husbands : own,
        changes ? husbands.wife() : own.daughter(),
        changes ? own.daughter() : null,
        home,
        age);
  }

  private DraftPerson add(
      Sex sex,
      TestPerson number,
      Surname surname,
      String family,
      @Nullable String birthName,
      RegisteredAddress home,
      int age) {
    Addresses addresses = Homes.shared(home, number.birthDate());
    DraftPerson person =
        new DraftPerson(
            country,
            scheme,
            number,
            sex,
            names.given(sex),
            surname,
            family,
            birthName,
            birth(number.birthDate()),
            addresses,
            tax(age));
    person.nationalities.add(country);
    educate(person, age);
    all.add(person);
    return person;
  }

  Birth birth(LocalDate day) {
    return new Birth(day, dice.pick(data.places()).locality(), country);
  }

  TaxStatus noDebts() {
    return TaxStatus.clear(Calendar.TODAY, data.currency());
  }

  private TaxStatus tax(int age) {
    boolean owes = age >= 25 && dice.percent(4);
    BigDecimal outstanding =
        owes ? BigDecimal.valueOf(dice.between(5_000, 900_000), 2) : BigDecimal.ZERO;
    return new TaxStatus(Calendar.TODAY, outstanding, data.currency());
  }

  private void educate(DraftPerson person, int age) {
    if (age >= 20 && dice.percent(55)) {
      award(person, dice.pick(level(4, 5)));
      if (age >= 26 && dice.percent(50)) {
        award(person, dice.pick(level(6, 6)));
        if (age >= 33 && dice.percent(40)) {
          award(person, dice.pick(level(7, 8)));
        }
      }
    }
  }

  /** Awards a diploma at the age that is usual for it. */
  void award(DraftPerson person, Qualification qualification) {
    LocalDate day = GRADUATION.withYear(person.birth.date().getYear() + qualification.age());
    person.diplomas.add(
        new Diploma(
            "%s-%d-%05d".formatted(country, day.getYear(), ++diplomaNumber),
            qualification.title(),
            dice.pick(
                qualification.eqfLevel() < HIGHER_EDUCATION ? data.schools() : data.institutions()),
            qualification.eqfLevel(),
            day.isAfter(GRADUATION) ? GRADUATION : day));
  }

  List<Qualification> level(int least, int most) {
    return data.qualifications().stream()
        .filter(q -> q.eqfLevel() >= least && q.eqfLevel() <= most)
        .toList();
  }
}
