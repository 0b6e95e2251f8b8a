package eu.digitalnorth.replay.sandbox;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.messaging.envelope.Source;
import eu.digitalnorth.messaging.topic.Access;
import eu.digitalnorth.messaging.topic.Service;
import eu.digitalnorth.messaging.topic.Topic;
import eu.digitalnorth.messaging.topic.TopicCatalogue;
import eu.digitalnorth.messaging.topic.TopicDeclaration;
import eu.digitalnorth.replay.bundle.RecordedRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a service of a country reads and writes, as the catalogue has it.
 *
 * @param participants whose topics there are
 */
record Role(Service service, CountryCode country, Collection<CountryCode> participants) {
  Role {
    participants = List.copyOf(participants);
  }

  /** What it is asked on. */
  List<String> inboxes() {
    return read(Access.INBOX);
  }

  /** By what it knows the keys of all. */
  List<String> trust() {
    return of(TopicCatalogue.PUBLIC_KEY);
  }

  /** What else it keeps the state of. */
  List<String> states() {
    List<String> states = new ArrayList<>(read(Access.NATIONAL));
    states.addAll(read(Access.BROADCAST));
    return states;
  }

  /** All that it reads. */
  List<String> fed() {
    return Stream.of(trust(), states(), inboxes()).flatMap(List::stream).toList();
  }

  /** Where it says what it has decided, when, and by what. */
  String ledger() {
    return TopicCatalogue.AUDIT_EVENT.nameFor(country);
  }

  /** Consumer group by which it reads its inboxes. */
  String inboxGroup() {
    return country.lower() + '.' + service.id();
  }

  String stateGroup() {
    return inboxGroup() + ".state";
  }

  String trustGroup() {
    return inboxGroup() + ".trust";
  }

  /** Topics that it may write, but for those of state: it is given those. */
  List<String> outputs() {
    List<String> outputs = new ArrayList<>();
    TopicCatalogue.all().stream()
        .filter(topic -> topic.writers().contains(service) && !topic.compacted())
        .forEach(topic -> outputs.addAll(of(topic)));
    TopicCatalogue.ownedBy(country).stream()
        .map(TopicDeclaration::name)
        .filter(this::isDeadLetters)
        .forEach(outputs::add);
    return outputs;
  }

  /** Whether it wrote this; what is in its dead letters is signed by others. */
  boolean wrote(RecordedRecord record) {
    return isDeadLetters(record.topic())
        || record
            .header("ce_source")
            .filter(new Source(country, service.id()).toString()::equals)
            .isPresent();
  }

  /** All topics that it needs, with as many partitions as the catalogue says. */
  Map<String, Integer> topics() {
    Map<String, Integer> topics = new TreeMap<>();
    TopicCatalogue.ownedBy(country).forEach(one -> topics.put(one.name(), one.partitions()));
    TopicCatalogue.all().stream()
        .filter(topic -> topic.access() == Access.BROADCAST || topic.writers().contains(service))
        .forEach(topic -> of(topic).forEach(name -> topics.put(name, topic.partitions())));
    return topics;
  }

  private boolean isDeadLetters(String topic) {
    return topic.startsWith("%s.dlt.%s.".formatted(country.lower(), service.id()));
  }

  private List<String> read(Access access) {
    return TopicCatalogue.all().stream()
        .filter(topic -> topic.access() == access && topic.readers().contains(service))
        .flatMap(
            topic ->
                access == Access.BROADCAST
                    ? of(topic).stream()
                    : List.of(topic.nameFor(country)).stream())
        .toList();
  }

  /** A topic of each country; of its own only, if others may not write it. */
  private List<String> of(Topic<?> topic) {
    return topic.access() == Access.NATIONAL
        ? List.of(topic.nameFor(country))
        : participants.stream().map(topic::nameFor).toList();
  }
}
