package eu.digitalnorth.attestation.messages;

import eu.digitalnorth.attestation.store.DeceasedHolders;
import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.registerview.PeopleObserver;
import eu.digitalnorth.schemas.register.Person;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Notes who died, so that nobody is taken for them any more (EUDI ARF, VCR_08). */
@Component
class RegisteredDeaths implements PeopleObserver {
  private final DeceasedHolders deceased;
  private final ApplicationEventPublisher events;

  RegisteredDeaths(DeceasedHolders deceased, ApplicationEventPublisher events) {
    this.deceased = deceased;
    this.events = events;
  }

  /** A correction may say that somebody lives after all. */
  @Override
  public void taken(CountryCode country, Map<String, Person> people) {
    List<String> alive = subjects(people, person -> person.getDeceasedOn() == null);
    if (!alive.isEmpty()) {
      deceased.forget(country, alive);
    }
    List<String> dead = subjects(people, person -> person.getDeceasedOn() != null);
    if (!dead.isEmpty()) {
      deceased.note(country, dead);
      events.publishEvent(new DeathsNoted(country));
    }
  }

  private static List<String> subjects(Map<String, Person> people, Predicate<Person> which) {
    return people.entrySet().stream()
        .filter(entry -> which.test(entry.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }
}
