package eu.digitalnorth.registry.population;

import static eu.digitalnorth.registry.population.PersonFixtures.ESTONIA;
import static eu.digitalnorth.registry.population.PersonFixtures.FINLAND;
import static eu.digitalnorth.registry.population.PersonFixtures.SWEDEN;
import static eu.digitalnorth.registry.population.PersonFixtures.SWEDISH;
import static eu.digitalnorth.registry.population.PersonFixtures.claim;
import static eu.digitalnorth.registry.population.PersonFixtures.finn;
import static eu.digitalnorth.registry.population.PersonFixtures.related;
import static org.assertj.core.api.Assertions.assertThat;

import eu.digitalnorth.country.CountryCode;
import java.util.List;
import org.junit.jupiter.api.Test;

class TiesTest {
  private static final List<CountryCode> PARTICIPANTS = List.of(ESTONIA, FINLAND, SWEDEN);

  @Test
  void whoHasNoTiesAbroadIsNobodyElsesBusiness() {
    assertThat(Ties.of(finn(), FINLAND, PARTICIPANTS)).isEmpty();
  }

  @Test
  void citizenshipTies() {
    assertThat(Ties.of(finn(), SWEDEN, PARTICIPANTS)).containsExactly(FINLAND);
  }

  @Test
  void residenceTies() {
    Person inSweden = finn().at(Addresses.only(claim(SWEDEN, 2020)));

    assertThat(Ties.of(inSweden, FINLAND, PARTICIPANTS)).containsExactly(SWEDEN);
  }

  @Test
  void aDoubleAddressTies() {
    Person doubled = finn().at(new Addresses(claim(FINLAND, 2020), claim(ESTONIA, 2010)));

    assertThat(Ties.of(doubled, FINLAND, PARTICIPANTS)).containsExactly(ESTONIA);
  }

  @Test
  void anIdentifierThereTies() {
    assertThat(
            Ties.of(finn().knownAs(new ForeignIdentifier(SWEDEN, SWEDISH)), FINLAND, PARTICIPANTS))
        .containsExactly(SWEDEN);
  }

  @Test
  void familyTies() {
    assertThat(Ties.of(related(finn(), ESTONIA), FINLAND, PARTICIPANTS)).containsExactly(ESTONIA);
  }

  @Test
  void countriesThatDoNotTakePartAreNotTold() {
    assertThat(Ties.of(related(finn(), CountryCode.of("pl")), FINLAND, PARTICIPANTS)).isEmpty();
  }
}
