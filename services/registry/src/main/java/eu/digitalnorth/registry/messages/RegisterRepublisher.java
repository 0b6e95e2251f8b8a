package eu.digitalnorth.registry.messages;

import eu.digitalnorth.messaging.effect.Effects;
import eu.digitalnorth.messaging.effect.Republisher;
import eu.digitalnorth.registry.store.CompanyStore;
import eu.digitalnorth.registry.store.PersonStore;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Publishes every row of a country's registers anew, as it is. */
@Component
class RegisterRepublisher implements Republisher {
  private final PersonStore people;
  private final CompanyStore companies;
  private final RegisterPublisher publisher;

  RegisterRepublisher(PersonStore people, CompanyStore companies, RegisterPublisher publisher) {
    this.people = people;
    this.companies = companies;
    this.publisher = publisher;
  }

  /** Always in the same order, so that two who lock rows do not wait for each other. */
  @Override
  public void republish(Effects effects, UUID cause) {
    for (String subject : people.subjects(effects.country())) {
      people
          .lock(effects.country(), subject)
          .ifPresent(person -> publisher.publishRows(effects, cause, List.of(person), List.of()));
    }
    for (String subject : companies.subjects(effects.country())) {
      companies
          .lock(effects.country(), subject)
          .ifPresent(company -> publisher.publishRows(effects, cause, List.of(), List.of(company)));
    }
  }
}
