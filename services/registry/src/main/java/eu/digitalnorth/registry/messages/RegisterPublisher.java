package eu.digitalnorth.registry.messages;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.country.CountryProfiles;
import eu.digitalnorth.messaging.effect.Effects;
import eu.digitalnorth.messaging.envelope.Message;
import eu.digitalnorth.messaging.personal.NationalKeys;
import eu.digitalnorth.messaging.topic.TopicCatalogue;
import eu.digitalnorth.registry.business.Company;
import eu.digitalnorth.registry.messages.LifeEventAvroMapper.LifeEventHeading;
import eu.digitalnorth.registry.population.Person;
import eu.digitalnorth.registry.population.Ties;
import eu.digitalnorth.registry.register.Registered;
import eu.digitalnorth.registry.store.Subjects;
import eu.digitalnorth.trust.encryption.RecipientKey;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Adds to the effects of a change what others are to know of it. */
@Component
public class RegisterPublisher {
  private final Subjects subjects;
  private final CountryProfiles profiles;
  private final RegisterLedgerAvroMapper ledger;
  private final NationalKeys keys;

  RegisterPublisher(
      Subjects subjects,
      CountryProfiles profiles,
      RegisterLedgerAvroMapper ledger,
      NationalKeys keys) {
    this.subjects = subjects;
    this.profiles = profiles;
    this.ledger = ledger;
    this.keys = keys;
  }

  /** Rows as they are: nobody did anything that a ledger would keep. */
  public void publishRows(
      Effects effects,
      UUID cause,
      List<Registered<Person>> people,
      List<Registered<Company>> companies) {
    CountryCode country = effects.country();
    RecipientKey own = own(effects);
    for (Registered<Person> person : people) {
      effects.publish(
          cause,
          TopicCatalogue.PERSON_CHANGE,
          person.subject(),
          PersonAvroMapper.change(country, person, aliases(country, person.row()), own));
    }
    for (Registered<Company> company : companies) {
      effects.publish(
          cause,
          TopicCatalogue.COMPANY_CHANGE,
          company.subject(),
          CompanyAvroMapper.change(country, company, own));
    }
  }

  /**
   * @param change what was done; the same names the exchange that it leads to
   */
  public void publish(Effects effects, UUID change, Registered<Person> person) {
    CountryCode country = effects.country();
    effects.send(
        change,
        TopicCatalogue.PERSON_CHANGE,
        country,
        person.subject(),
        PersonAvroMapper.change(country, person, aliases(country, person.row()), own(effects)),
        ledger.population(country, person.subject()));
  }

  /** The same because of a message. */
  public void publish(Effects effects, Message<?> cause, Registered<Person> person) {
    CountryCode country = effects.country();
    effects.send(
        cause,
        TopicCatalogue.PERSON_CHANGE,
        country,
        person.subject(),
        PersonAvroMapper.change(country, person, aliases(country, person.row()), own(effects)),
        ledger.population(country, person.subject()));
  }

  /**
   * @param change what was done
   */
  public void publishCompany(Effects effects, UUID change, Registered<Company> company) {
    CountryCode country = effects.country();
    effects.send(
        change,
        TopicCatalogue.COMPANY_CHANGE,
        country,
        company.subject(),
        CompanyAvroMapper.change(country, company, own(effects)),
        ledger.business(country, company.subject()));
  }

  /**
   * Tells each country with ties where the person lives now.
   *
   * @param before the person's ties before the move count as well
   */
  public void tellMove(
      Effects effects, UUID change, Person before, Registered<Person> moved, LocalDate day) {
    var countries = Ties.of(before, effects.country(), profiles.codes());
    countries.addAll(Ties.of(moved.row(), effects.country(), profiles.codes()));
    for (CountryCode to : countries) {
      LifeEventHeading heading =
          new LifeEventHeading(
              change,
              effects.country(),
              to,
              day,
              moved.row().addresses().counting().registeredAt());
      effects.send(
          change,
          TopicCatalogue.LIFE_EVENT,
          to,
          change.toString(),
          LifeEventAvroMapper.move(heading, moved.row(), keys.of(to, effects.now())),
          ledger.population(effects.country(), moved.subject()));
    }
  }

  /** Tells each country with ties that the person has died. */
  public void tellDeath(Effects effects, UUID change, Registered<Person> deceased) {
    Person person = deceased.row();
    for (CountryCode to : Ties.of(person, effects.country(), profiles.codes())) {
      LifeEventHeading heading =
          new LifeEventHeading(
              change,
              effects.country(),
              to,
              Objects.requireNonNull(person.deceasedOn()),
              effects.now());
      effects.send(
          change,
          TopicCatalogue.LIFE_EVENT,
          to,
          change.toString(),
          LifeEventAvroMapper.death(heading, person, keys.of(to, effects.now())),
          ledger.population(effects.country(), deceased.subject()));
    }
  }

  private RecipientKey own(Effects effects) {
    return keys.own(effects.country(), effects.now());
  }

  private List<String> aliases(CountryCode country, Person person) {
    return person.foreignIdentifiers().stream()
        .map(foreign -> subjects.of(country, foreign.identifier()))
        .toList();
  }
}
