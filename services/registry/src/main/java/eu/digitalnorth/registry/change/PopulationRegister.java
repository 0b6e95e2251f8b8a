package eu.digitalnorth.registry.change;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.messaging.effect.Effects;
import eu.digitalnorth.messaging.effect.UnitOfWork;
import eu.digitalnorth.registry.change.RefusedChangeException.Reason;
import eu.digitalnorth.registry.messages.RegisterPublisher;
import eu.digitalnorth.registry.population.Addresses;
import eu.digitalnorth.registry.population.ForeignIdentifier;
import eu.digitalnorth.registry.population.Person;
import eu.digitalnorth.registry.population.RegisteredAddress;
import eu.digitalnorth.registry.register.Address;
import eu.digitalnorth.registry.register.Identifier;
import eu.digitalnorth.registry.register.Registered;
import eu.digitalnorth.registry.register.TaxStatus;
import eu.digitalnorth.registry.seed.World;
import eu.digitalnorth.registry.store.PersonStore;
import eu.digitalnorth.registry.store.Subjects;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** What can be done to a country's population register. */
@Service
public class PopulationRegister {
  /** In years; nobody has lived longer. */
  private static final int OLDEST = 125;

  private final UnitOfWork work;
  private final PersonStore people;
  private final Subjects subjects;
  private final RegisterPublisher publisher;
  private final NumberAllocation numbers;
  private final ChangeIds ids;

  PopulationRegister(
      UnitOfWork work,
      PersonStore people,
      Subjects subjects,
      RegisterPublisher publisher,
      NumberAllocation numbers,
      ChangeIds ids) {
    this.work = work;
    this.people = people;
    this.subjects = subjects;
    this.publisher = publisher;
    this.numbers = numbers;
    this.ids = ids;
  }

  public Registered<Person> get(CountryCode country, String subject) {
    return people.find(country, subject).orElseThrow(PopulationRegister::notRegistered);
  }

  /** By the person's own identifier or by one of another country. */
  public Registered<Person> lookUp(CountryCode country, Identifier identifier) {
    Set<String> found = people.subjectsOf(country, List.of(subjects.of(country, identifier)));
    return found.stream()
        .findFirst()
        .map(subject -> get(country, subject))
        .orElseThrow(PopulationRegister::notRegistered);
  }

  /** Registers somebody who comes from abroad, and tells the countries with ties. */
  public Registered<Person> arrive(CountryCode country, Arrival arrival) {
    return work.executeInOrder(country, effects -> arrive(country, arrival, effects));
  }

  private Registered<Person> arrive(CountryCode country, Arrival arrival, Effects effects) {
    refuseImpossible(arrival.birth().date(), today(effects));
    Identifier identifier = numbers.next(country, arrival.birth().date(), arrival.gender());
    refuseKnown(country, arrival.foreignIdentifiers());
    Person person = person(identifier, arrival, effects);
    Registered<Person> registered =
        Registered.first(subjects.of(country, identifier), effects.now(), person);
    people.insert(country, List.of(registered));
    UUID change = ids.next();
    publisher.publish(effects, change, registered);
    publisher.tellMove(effects, change, person, registered, today(effects));
    return registered;
  }

  private static void refuseImpossible(LocalDate born, LocalDate today) {
    if (born.isAfter(today) || born.isBefore(today.minusYears(OLDEST))) {
      throw new RefusedChangeException(Reason.BORN_IMPOSSIBLY);
    }
  }

  private void refuseKnown(CountryCode country, List<ForeignIdentifier> identifiers) {
    List<String> aliases =
        identifiers.stream().map(i -> subjects.of(country, i.identifier())).toList();
    people.subjectsOf(country, aliases).stream()
        .findFirst()
        .ifPresent(
            subject -> {
              throw new RefusedChangeException(Reason.ALREADY_REGISTERED, subject);
            });
  }

  private static Person person(Identifier identifier, Arrival arrival, Effects effects) {
    return new Person(
        identifier,
        arrival.foreignIdentifiers(),
        arrival.name(),
        arrival.birth(),
        arrival.gender(),
        arrival.nationalities(),
        Addresses.only(new RegisteredAddress(arrival.address(), effects.now())),
        List.of(),
        List.of(),
        TaxStatus.clear(today(effects), World.currencyOf(effects.country())),
        null);
  }

  /** Registers a new address, and tells the countries with ties. */
  public Registered<Person> move(CountryCode country, String subject, Address address) {
    return work.executeInOrder(
        country,
        effects -> {
          Registered<Person> before = lockAlive(country, subject);
          RegisteredAddress claim = new RegisteredAddress(address, effects.now());
          Addresses after =
              before
                  .row()
                  .addresses()
                  .after(claim, country)
                  .filter(addresses -> addresses.counting().equals(claim))
                  .orElseThrow(() -> new RefusedChangeException(Reason.LATER_ADDRESS));
          Registered<Person> moved = before.changed(effects.now(), before.row().at(after));
          people.update(country, moved);
          UUID change = ids.next();
          publisher.publish(effects, change, moved);
          publisher.tellMove(effects, change, before.row(), moved, today(effects));
          return moved;
        });
  }

  /** Registers a death, and tells the countries with ties. */
  public Registered<Person> die(CountryCode country, String subject, LocalDate day) {
    return work.executeInOrder(
        country,
        effects -> {
          Registered<Person> before = lockAlive(country, subject);
          if (day.isBefore(before.row().birth().date())) {
            throw new RefusedChangeException(Reason.DIED_BEFORE_BIRTH);
          }
          if (day.isAfter(today(effects).plusDays(1))) { // east of UTC it may be tomorrow already
            throw new RefusedChangeException(Reason.DIES_IN_THE_FUTURE);
          }
          Registered<Person> deceased = before.changed(effects.now(), before.row().deceased(day));
          people.update(country, deceased);
          UUID change = ids.next();
          publisher.publish(effects, change, deceased);
          publisher.tellDeath(effects, change, deceased);
          return deceased;
        });
  }

  private Registered<Person> lockAlive(CountryCode country, String subject) {
    Registered<Person> person =
        people.lock(country, subject).orElseThrow(PopulationRegister::notRegistered);
    if (person.row().isDeceased()) {
      throw new RefusedChangeException(Reason.DECEASED);
    }
    return person;
  }

  private static LocalDate today(Effects effects) {
    return effects.now().atZone(ZoneOffset.UTC).toLocalDate();
  }

  private static RefusedChangeException notRegistered() {
    return new RefusedChangeException(Reason.NOT_REGISTERED);
  }
}
