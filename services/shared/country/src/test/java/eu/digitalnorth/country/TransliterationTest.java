package eu.digitalnorth.country;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TransliterationTest {

  @ParameterizedTest
  @CsvSource({
    "Åse, Aase",
    "ÅSE, AASE",
    "Söderström, Soederstroem",
    "Bjørn, Bjoern",
    "Ægir, Aegir",
    "Þórður, Thordur",
    "Ðuro, Duro",
    "Jõgi, Jogi",
    "Müür, Mueuer",
    "Šķēle, Skele",
    "Žemaitė, Zemaite",
    "Ļūbļiņš, Lublins",
    "Áŋŋel Čáhput, Annel Cahput",
    "Anne-Marie O'Neil, Anne-Marie O'Neil",
  })
  void aNameIsWrittenInBasicLatinLetters(String name, String latin) {
    assertThat(Transliteration.of(name)).isEqualTo(latin);
  }

  @Test
  void decomposedLettersGiveTheSame() {
    assertThat(Transliteration.of("A\u030Ase")).isEqualTo("Aase");
  }

  @Test
  void aNameInBasicLatinLettersNeedsNone() {
    assertThat(Transliteration.ifNeeded("Anna")).isEmpty();
    assertThat(Transliteration.ifNeeded("Pärt")).contains("Paert");
  }
}
