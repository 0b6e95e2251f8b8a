package eu.digitalnorth.registry.messages;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.messaging.effect.AuditDetails;
import eu.digitalnorth.messaging.effect.Decision;
import eu.digitalnorth.messaging.effect.Effects;
import eu.digitalnorth.registry.population.LifeEvent;
import eu.digitalnorth.registry.population.LifeEventOutcome;
import eu.digitalnorth.registry.population.LifeEventOutcome.Applied;
import eu.digitalnorth.registry.population.LifeEventOutcome.Ignored;
import eu.digitalnorth.registry.population.LifeEventOutcome.Reason;
import eu.digitalnorth.registry.population.LifeEventRules;
import eu.digitalnorth.registry.population.Person;
import eu.digitalnorth.registry.register.Registered;
import eu.digitalnorth.registry.store.PersonStore;
import eu.digitalnorth.registry.store.Subjects;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Applies what other countries' registers tell, by this country's rules, and says what came of it.
 */
@Component
class LifeEventListener {
  private static final Logger log = LoggerFactory.getLogger(LifeEventListener.class);

  private final PersonStore people;
  private final Subjects subjects;
  private final RegisterPublisher publisher;
  private final RegisterLedgerAvroMapper ledger;

  LifeEventListener(
      PersonStore people,
      Subjects subjects,
      RegisterPublisher publisher,
      RegisterLedgerAvroMapper ledger) {
    this.people = people;
    this.subjects = subjects;
    this.publisher = publisher;
    this.ledger = ledger;
  }

  void on(ReceivedLifeEvent received, Effects effects) {
    Set<String> found = who(received.event(), effects.country());
    switch (found.size()) {
      case 0 -> conclude(received, effects, null, new Ignored(Reason.UNKNOWN_PERSON));
      case 1 -> apply(received, effects, found.iterator().next());
      default -> conclude(received, effects, null, new Ignored(Reason.AMBIGUOUS_PERSON));
    }
  }

  private Set<String> who(LifeEvent event, CountryCode country) {
    List<String> pseudonyms =
        event.identifiers().stream().map(i -> subjects.of(country, i.identifier())).toList();
    return people.subjectsOf(country, pseudonyms);
  }

  private void apply(ReceivedLifeEvent received, Effects effects, String subject) {
    Registered<Person> person = people.lock(effects.country(), subject).orElseThrow();
    LifeEventOutcome outcome =
        new LifeEventRules(effects.country()).apply(person.row(), received.event());
    if (outcome instanceof Applied applied) {
      Registered<Person> changed = person.changed(effects.now(), applied.person());
      people.update(effects.country(), changed);
      publisher.publish(effects, received.message(), changed);
    }
    conclude(received, effects, subject, outcome);
  }

  private void conclude(
      ReceivedLifeEvent received,
      Effects effects,
      @Nullable String subject,
      LifeEventOutcome outcome) {
    AuditDetails details = ledger.population(effects.country(), subject);
    effects.received(received.message(), details);
    effects.decided(
        received.message(), details, new Decision(outcome.code(), effects.now(), List.of()));
    log.info(
        "Life event: exchangeId={} country={} from={} outcome={}",
        received.message().envelope().subject(),
        effects.country(),
        received.event().toldBy(),
        outcome.code());
  }
}
