package eu.digitalnorth.registry.population;

import static eu.digitalnorth.registry.population.PersonFixtures.BORN;
import static eu.digitalnorth.registry.population.PersonFixtures.FINLAND;
import static eu.digitalnorth.registry.population.PersonFixtures.FINNISH;
import static eu.digitalnorth.registry.population.PersonFixtures.SWEDEN;
import static eu.digitalnorth.registry.population.PersonFixtures.SWEDISH;
import static eu.digitalnorth.registry.population.PersonFixtures.addressIn;
import static eu.digitalnorth.registry.population.PersonFixtures.finn;
import static eu.digitalnorth.registry.population.PersonFixtures.year;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import eu.digitalnorth.registry.population.LifeEvent.Death;
import eu.digitalnorth.registry.population.LifeEvent.Move;
import eu.digitalnorth.registry.population.LifeEvent.Unsupported;
import eu.digitalnorth.registry.population.LifeEventOutcome.Applied;
import eu.digitalnorth.registry.population.LifeEventOutcome.Effect;
import eu.digitalnorth.registry.population.LifeEventOutcome.Ignored;
import eu.digitalnorth.registry.population.LifeEventOutcome.Reason;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class LifeEventRulesTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
  private static final ForeignIdentifier IN_FINLAND = new ForeignIdentifier(FINLAND, FINNISH);
  private static final ForeignIdentifier IN_SWEDEN = new ForeignIdentifier(SWEDEN, SWEDISH);

  private final LifeEventRules finland = new LifeEventRules(FINLAND);

  @Test
  void aLaterMoveChangesTheAddressAndTeachesTheIdentifierThere() {
    LifeEventOutcome outcome = finland.apply(finn(), move(2020, IN_FINLAND, IN_SWEDEN));

    assertThat(outcome)
        .isEqualTo(
            new Applied(
                Effect.MOVED,
                finn()
                    .knownAs(IN_SWEDEN)
                    .at(
                        Addresses.only(
                            new RegisteredAddress(addressIn(SWEDEN, "Ny gata"), year(2020))))));
  }

  @Test
  void anEarlierMoveIsADoubleAddress() {
    assertThat(finland.apply(finn(), move(2001, IN_FINLAND)).code()).isEqualTo("DOUBLE_ADDRESS");
  }

  @Test
  void theSameMoveAgainIsStale() {
    Person moved = person(finland.apply(finn(), move(2020, IN_FINLAND)));

    assertThat(finland.apply(moved, move(2020, IN_FINLAND))).isEqualTo(new Ignored(Reason.STALE));
  }

  @Test
  void aStaleMoveStillTeachesTheIdentifierThere() {
    Person moved = person(finland.apply(finn(), move(2020, IN_FINLAND)));

    assertThat(finland.apply(moved, move(2019, IN_FINLAND, IN_SWEDEN)))
        .isEqualTo(new Applied(Effect.IDENTIFIER_LEARNT, moved.knownAs(IN_SWEDEN)));
  }

  @Test
  void anIdentifierOfAThirdCountryIsNotSwedensToTell() {
    ForeignIdentifier third = new ForeignIdentifier(PersonFixtures.ESTONIA, PersonFixtures.SWEDISH);

    assertThat(person(finland.apply(finn(), move(2020, IN_FINLAND, third))).foreignIdentifiers())
        .isEmpty();
  }

  @Test
  void aDeathIsMarked() {
    LifeEventOutcome outcome = finland.apply(finn(), death());

    assertThat(outcome).isEqualTo(new Applied(Effect.DECEASED, finn().deceased(DAY)));
  }

  @Test
  void aDeathThatIsKnownChangesNothing() {
    Person dead = finn().deceased(LocalDate.of(2026, 2, 28));

    assertThat(finland.apply(dead, death())).isEqualTo(new Ignored(Reason.ALREADY_KNOWN));
  }

  @Test
  void theDeadDoNotMove() {
    assertThat(finland.apply(finn().deceased(DAY), move(2027, IN_FINLAND)))
        .isEqualTo(new Ignored(Reason.PERSON_DECEASED));
  }

  @Test
  void anotherDateOfBirthIsAnotherPerson() {
    Death death = new Death(SWEDEN, List.of(IN_FINLAND), BORN.plusDays(1), DAY);

    assertThat(finland.apply(finn(), death)).isEqualTo(new Ignored(Reason.IDENTITY_MISMATCH));
  }

  @Test
  void aKindOfEventThatIsNotKnownYetIsIgnored() {
    assertThat(finland.apply(finn(), new Unsupported(SWEDEN, List.of(IN_FINLAND), BORN)))
        .isEqualTo(new Ignored(Reason.NOT_SUPPORTED));
  }

  private static Move move(int year, ForeignIdentifier... identifiers) {
    return new Move(SWEDEN, List.of(identifiers), BORN, addressIn(SWEDEN, "Ny gata"), year(year));
  }

  private static Death death() {
    return new Death(SWEDEN, List.of(IN_FINLAND), BORN, DAY);
  }

  private static Person person(LifeEventOutcome outcome) {
    return assertThat(outcome).asInstanceOf(type(Applied.class)).actual().person();
  }
}
