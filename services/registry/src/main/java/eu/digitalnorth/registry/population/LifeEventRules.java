package eu.digitalnorth.registry.population;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.registry.population.LifeEventOutcome.Applied;
import eu.digitalnorth.registry.population.LifeEventOutcome.Effect;
import eu.digitalnorth.registry.population.LifeEventOutcome.Ignored;
import eu.digitalnorth.registry.population.LifeEventOutcome.Reason;

/** What a register makes of what another tells of one of its people. */
public final class LifeEventRules {
  private final CountryCode own;

  /**
   * @param own the register's country
   */
  public LifeEventRules(CountryCode own) {
    this.own = own;
  }

  public LifeEventOutcome apply(Person person, LifeEvent event) {
    if (!person.birth().date().equals(event.dateOfBirth())) {
      return new Ignored(Reason.IDENTITY_MISMATCH);
    }
    return switch (event) {
      case LifeEvent.Move move -> move(person, move);
      case LifeEvent.Death death -> death(person, death);
      case LifeEvent.Unsupported other -> new Ignored(Reason.NOT_SUPPORTED);
    };
  }

  private LifeEventOutcome move(Person person, LifeEvent.Move move) {
    if (person.isDeceased()) {
      return new Ignored(Reason.PERSON_DECEASED);
    }
    Person known = learning(person, move);
    RegisteredAddress claim = new RegisteredAddress(move.newAddress(), move.registeredAt());
    return person
        .addresses()
        .after(claim, own)
        .<LifeEventOutcome>map(
            addresses ->
                new Applied(
                    addresses.counting().equals(claim) ? Effect.MOVED : Effect.DOUBLE_ADDRESS,
                    known.at(addresses)))
        .orElseGet(() -> learntOr(person, known, Reason.STALE));
  }

  private LifeEventOutcome death(Person person, LifeEvent.Death death) {
    Person known = learning(person, death);
    return person.isDeceased()
        ? learntOr(person, known, Reason.ALREADY_KNOWN)
        : new Applied(Effect.DECEASED, known.deceased(death.deceasedOn()));
  }

  private static LifeEventOutcome learntOr(Person before, Person known, Reason reason) {
    return known.equals(before)
        ? new Ignored(reason)
        : new Applied(Effect.IDENTIFIER_LEARNT, known);
  }

  /** Only the telling country's own identifier: others are not its to tell. */
  private static Person learning(Person person, LifeEvent event) {
    return event
        .identifierThere()
        .filter(there -> person.identifierIn(there.country()).isEmpty())
        .map(person::knownAs)
        .orElse(person);
  }
}
