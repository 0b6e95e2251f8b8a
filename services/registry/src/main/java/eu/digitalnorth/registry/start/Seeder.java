package eu.digitalnorth.registry.start;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.messaging.effect.Effects;
import eu.digitalnorth.messaging.effect.UnitOfWork;
import eu.digitalnorth.messaging.envelope.NameBasedIds;
import eu.digitalnorth.registry.RegistryProperties;
import eu.digitalnorth.registry.business.Company;
import eu.digitalnorth.registry.messages.RegisterPublisher;
import eu.digitalnorth.registry.population.Person;
import eu.digitalnorth.registry.register.Registered;
import eu.digitalnorth.registry.seed.RegisterSeed;
import eu.digitalnorth.registry.store.CompanyStore;
import eu.digitalnorth.registry.store.PersonStore;
import eu.digitalnorth.registry.store.SeedStore;
import eu.digitalnorth.registry.store.Subjects;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Fills the registers of a country, once: rows and the records that publish them are one
 * transaction, so that a crash leaves all of it or nothing.
 */
@Component
class Seeder {
  private static final Logger log = LoggerFactory.getLogger(Seeder.class);
  private static final UUID SEEDS = UUID.fromString("0d1c4a6e-52b7-5b8c-8f43-97c2c5f1a6d3");

  private final UnitOfWork work;
  private final SeedStore seeds;
  private final PersonStore people;
  private final CompanyStore companies;
  private final Subjects subjects;
  private final RegisterPublisher publisher;
  private final RegistryProperties properties;

  Seeder(
      UnitOfWork work,
      SeedStore seeds,
      PersonStore people,
      CompanyStore companies,
      Subjects subjects,
      RegisterPublisher publisher,
      RegistryProperties properties) {
    this.work = work;
    this.seeds = seeds;
    this.people = people;
    this.companies = companies;
    this.subjects = subjects;
    this.publisher = publisher;
    this.properties = properties;
  }

  boolean isSeeded(CountryCode country) {
    return seeds.isSeeded(country);
  }

  /** Does nothing if somebody else was first. */
  void seed(CountryCode country, RegisterSeed content) {
    work.executeInOrder(
        country,
        effects -> {
          if (seeds.claim(country, properties.seed(), content, effects.now())) {
            fill(country, content, effects);
          }
          return content;
        });
  }

  private void fill(CountryCode country, RegisterSeed content, Effects effects) {
    List<Registered<Person>> persons =
        content.people().stream()
            .map(p -> Registered.first(subjects.of(country, p.identifier()), effects.now(), p))
            .toList();
    List<Registered<Company>> firms =
        content.companies().stream()
            .map(c -> Registered.first(subjects.of(country, c.identifier()), effects.now(), c))
            .toList();
    people.insert(country, persons);
    companies.insert(country, firms);
    seeds.insertPersonas(country, content.personas());
    UUID cause = NameBasedIds.derive(SEEDS, country + "/" + properties.seed());
    publisher.publishRows(effects, cause, persons, firms);
    log.info("Seeded: country={} people={} companies={}", country, persons.size(), firms.size());
  }
}
