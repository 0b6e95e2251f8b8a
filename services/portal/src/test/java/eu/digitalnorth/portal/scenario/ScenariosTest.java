package eu.digitalnorth.portal.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.digitalnorth.country.CountryProfiles;
import eu.digitalnorth.country.identifier.IdentifierSchemes;
import eu.digitalnorth.portal.exchange.ExchangeState;
import eu.digitalnorth.portal.scenario.Scenario.Citizen;
import eu.digitalnorth.portal.scenario.Scenario.Expected;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScenariosTest {
  private final CountryProfiles profiles = CountryProfiles.load();
  private final IdentifierSchemes schemes = new IdentifierSchemes(Clock.systemUTC());

  @Test
  void theStoriesOfTheDemonstrationAreThere() {
    assertThat(Scenarios.load(profiles, schemes).all())
        .extracting(Scenario::id)
        .containsExactly(
            "study",
            "branch",
            "move",
            "tender",
            "level-too-low",
            "no-explicit-request",
            "no-agreement",
            "unknown-subject",
            "citizen-denies",
            "expired");
  }

  @Test
  void fourStoriesComplete() {
    assertThat(Scenarios.load(profiles, schemes).all())
        .filteredOn(one -> one.expected().state() == ExchangeState.Name.COMPLETED)
        .hasSize(4);
  }

  @Test
  void aStoryThatCannotBePlayedIsAnErrorThatNamesIt() {
    assertThatThrownBy(
            () ->
                Scenarios.checked(
                    List.of(study("EE:tax-administration", completed())), profiles, schemes))
        .hasMessageContaining("study")
        .hasMessageContaining("requester");
  }

  @Test
  void aStoryThatExpectsHalfARefusalIsAnError() {
    Expected half = new Expected(ExchangeState.Name.REFUSED, null, "EDM:ERR:0004", null);

    assertThatThrownBy(
            () ->
                Scenarios.checked(
                    List.of(study("NO:university-admissions", half)), profiles, schemes))
        .hasMessageContaining("half a refusal");
  }

  private static Expected completed() {
    return new Expected(ExchangeState.Name.COMPLETED, null, null, null);
  }

  private Scenario study(String requester, Expected expected) {
    Scenario study = Scenarios.load(profiles, schemes).find("study").orElseThrow();
    return new Scenario(
        study.id(),
        study.title(),
        study.story(),
        requester,
        study.procedure(),
        study.citizenCountry(),
        study.persona(),
        false,
        study.levelOfAssurance(),
        study.evidence(),
        true,
        study.lifetime(),
        Citizen.APPROVES,
        expected);
  }
}
