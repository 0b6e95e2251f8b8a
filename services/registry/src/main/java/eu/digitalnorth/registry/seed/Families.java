package eu.digitalnorth.registry.seed;

import eu.digitalnorth.country.identifier.PersonScheme.Sex;
import eu.digitalnorth.registry.population.Kinship;
import eu.digitalnorth.registry.population.RegisteredAddress;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Makes up households until a country has enough people. */
final class Families {
  private static final int YOUNGEST_PARENT = 21;
  private static final int OLDEST_MOTHER = 42;

  private final People people;
  private final Dice dice;

  Families(People people, Dice dice) {
    this.people = people;
    this.dice = dice;
  }

  void growTo(int count) {
    while (people.all.size() < count) {
      if (dice.percent(55)) {
        couple(dice.between(24, 88));
      } else {
        single();
      }
    }
  }

  private void single() {
    Sex sex = dice.percent(50) ? Sex.MALE : Sex.FEMALE;
    DraftPerson person = people.single(dice.between(19, 92), sex, people.names.surname());
    mayHaveDied(person);
  }

  /** A husband of this age, a wife of about this age, and their children. */
  DraftPerson couple(int age) {
    DraftPerson husband = people.single(age, Sex.MALE, people.names.surname());
    RegisteredAddress home = husband.addresses.counting();
    int wifesAge = Math.max(YOUNGEST_PARENT, age + dice.between(-5, 3));
    DraftPerson wife = people.wife(wifesAge, husband.surname, home);
    relate(husband, Kinship.SPOUSE, wife, Kinship.SPOUSE);
    int children = dice.between(0, 3);
    for (int i = 0; i < children; i++) {
      int ageOfMotherAtBirth = dice.between(YOUNGEST_PARENT, OLDEST_MOTHER);
      if (wifesAge >= ageOfMotherAtBirth && age - wifesAge + ageOfMotherAtBirth >= 18) {
        child(husband, wife, wifesAge - ageOfMotherAtBirth);
      }
    }
    mayHaveDied(husband);
    mayHaveDied(wife);
    return husband;
  }

  /** A child, which leaves home when grown up. */
  DraftPerson child(DraftPerson father, @Nullable DraftPerson mother, int age) {
    Sex sex = dice.percent(50) ? Sex.MALE : Sex.FEMALE;
    Surname surname = people.names.ofChildren(father);
    LocalDate birthday = people.birthday(age);
    RegisteredAddress home =
        age > 24 ? people.homes.registeredAfter(birthday) : father.addresses.counting();
    DraftPerson child = people.single(age, sex, surname, home, birthday);
    relate(father, Kinship.CHILD, child, Kinship.PARENT);
    if (mother != null) {
      relate(mother, Kinship.CHILD, child, Kinship.PARENT);
    }
    return child;
  }

  private static void relate(DraftPerson one, Kinship otherIs, DraftPerson other, Kinship oneIs) {
    one.isRelatedTo(other, otherIs);
    other.isRelatedTo(one, oneIs);
  }

  private void mayHaveDied(DraftPerson person) {
    int age = person.ageOn(Calendar.TODAY);
    if (dice.percent(age > 75 ? 20 : age > 50 ? 2 : 0)) {
      person.deceasedOn = dice.day(LocalDate.of(2016, 1, 1), Calendar.TODAY.minusDays(1));
    }
  }
}
