package eu.digitalnorth.registry.seed;

import eu.digitalnorth.country.identifier.PersonScheme.Sex;
import eu.digitalnorth.registry.seed.NationalData.Surnames;

/** Gives names as a country does. */
final class NameGiver {
  private static final String SON = "son";
  private static final String DAUGHTER = "dóttir";

  private final NationalData data;
  private final Dice dice;

  NameGiver(NationalData data, Dice dice) {
    this.data = data;
    this.dice = dice;
  }

  /** A family's name; where children are named after their father, of some father. */
  Surname surname() {
    return data.surnames() == Surnames.PATRONYMIC
        ? patronymic(dice.pick(data.male()))
        : Surname.parse(dice.pick(data.families()));
  }

  /** What the children of this man are called. */
  Surname ofChildren(DraftPerson father) {
    return data.surnames() == Surnames.PATRONYMIC ? patronymic(father.givenForm) : father.surname;
  }

  /** Whether a wife may take her husband's name. */
  boolean wivesChange() {
    return data.surnames() == Surnames.SHARED && dice.percent(65);
  }

  /** A given name as it stands in the list, perhaps with its genitive. */
  String given(Sex sex) {
    return dice.pick(sex == Sex.MALE ? data.male() : data.female());
  }

  static String nominative(String givenForm) {
    return givenForm.split("\\|")[0];
  }

  private static Surname patronymic(String givenForm) {
    String[] forms = givenForm.split("\\|");
    String genitive = forms[forms.length - 1];
    return new Surname(genitive + SON, genitive + DAUGHTER, genitive + DAUGHTER);
  }
}
