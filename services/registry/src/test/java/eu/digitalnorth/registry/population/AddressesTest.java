package eu.digitalnorth.registry.population;

import static eu.digitalnorth.registry.population.PersonFixtures.ESTONIA;
import static eu.digitalnorth.registry.population.PersonFixtures.FINLAND;
import static eu.digitalnorth.registry.population.PersonFixtures.SWEDEN;
import static eu.digitalnorth.registry.population.PersonFixtures.addressIn;
import static eu.digitalnorth.registry.population.PersonFixtures.claim;
import static eu.digitalnorth.registry.population.PersonFixtures.year;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class AddressesTest {
  private final Addresses inFinland = Addresses.only(claim(FINLAND, 2010));

  @Test
  void theAddressThatWasRegisteredLastCounts() {
    assertThat(inFinland.after(claim(SWEDEN, 2020), FINLAND))
        .contains(Addresses.only(claim(SWEDEN, 2020)));
  }

  @Test
  void anotherCountrysEarlierClaimIsADoubleAddress() {
    assertThat(inFinland.after(claim(SWEDEN, 2005), FINLAND))
        .contains(new Addresses(claim(FINLAND, 2010), claim(SWEDEN, 2005)));
  }

  @Test
  void whoeverIsToldLastEndsWithTheSameAddress() {
    RegisteredAddress sweden = claim(SWEDEN, 2020);
    RegisteredAddress estonia = claim(ESTONIA, 2021);

    Addresses one =
        inFinland.after(sweden, FINLAND).orElseThrow().after(estonia, FINLAND).orElseThrow();
    Addresses other =
        inFinland.after(estonia, FINLAND).orElseThrow().after(sweden, FINLAND).orElseThrow();

    assertThat(one).isEqualTo(other).isEqualTo(new Addresses(estonia, sweden));
  }

  @Test
  void aCountryThatMovesAPersonWithinItselfGivesUpItsEarlierAddress() {
    Addresses inSweden = Addresses.only(claim(SWEDEN, 2015));

    assertThat(inSweden.after(claim(SWEDEN, 2020), FINLAND))
        .contains(Addresses.only(claim(SWEDEN, 2020)));
  }

  @Test
  void whatACountryClaimedBeforeItsLastClaimIsStale() {
    Addresses inSweden = Addresses.only(claim(SWEDEN, 2015));

    assertThat(inSweden.after(claim(SWEDEN, 2014), FINLAND)).isEmpty();
    assertThat(inSweden.after(claim(SWEDEN, 2015), FINLAND)).isEmpty();
  }

  @Test
  void aLaterClaimThatStillLosesReplacesTheDoubleAddress() {
    Addresses doubled = new Addresses(claim(FINLAND, 2010), claim(SWEDEN, 2005));

    assertThat(doubled.after(claim(SWEDEN, 2008), FINLAND))
        .contains(new Addresses(claim(FINLAND, 2010), claim(SWEDEN, 2008)));
  }

  @Test
  void theDoubleAddressThatBecomesTheOneThatCountsIsNoDoubleAnyMore() {
    Addresses doubled = new Addresses(claim(FINLAND, 2010), claim(SWEDEN, 2005));

    assertThat(doubled.after(claim(SWEDEN, 2020), FINLAND))
        .contains(Addresses.only(claim(SWEDEN, 2020)));
  }

  @Test
  void theRegistersOwnClaimIsGivenUpWhenAnotherWins() {
    Optional<Addresses> asFinlandSeesIt = inFinland.after(claim(SWEDEN, 2020), FINLAND);
    Optional<Addresses> asEstoniaSeesIt = inFinland.after(claim(SWEDEN, 2020), ESTONIA);

    assertThat(asFinlandSeesIt.orElseThrow().other()).isNull();
    assertThat(asEstoniaSeesIt.orElseThrow().other()).isEqualTo(claim(FINLAND, 2010));
  }

  @Test
  void twoClaimsOfTheSameMomentAreDecidedAlikeInBothCountries() {
    RegisteredAddress finland = new RegisteredAddress(addressIn(FINLAND, "A"), year(2020));
    RegisteredAddress sweden = new RegisteredAddress(addressIn(SWEDEN, "B"), year(2020));

    assertThat(Addresses.only(finland).after(sweden, FINLAND).orElseThrow().counting())
        .isEqualTo(
            Addresses.only(sweden).after(finland, SWEDEN).map(Addresses::counting).orElse(sweden));
  }
}
