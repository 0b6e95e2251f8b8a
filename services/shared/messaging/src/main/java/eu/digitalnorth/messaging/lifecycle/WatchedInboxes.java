package eu.digitalnorth.messaging.lifecycle;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.messaging.inbox.InboxEndpoint;
import eu.digitalnorth.messaging.inbox.InboxProcessor;
import eu.digitalnorth.messaging.observe.InboxWatch;
import eu.digitalnorth.messaging.observe.MessageMetrics;
import eu.digitalnorth.messaging.observe.MessageSpans;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;

/** What is done with the records of a service's inboxes, and seen of it. */
final class WatchedInboxes {
  private final Collection<InboxEndpoint<?>> endpoints;
  private final InboxProcessor processor;
  private final MessageMetrics metrics;
  private final MessageSpans spans;
  private final Clock clock;

  /** Kept when inboxes are closed and opened again: numbers go on. */
  private final Map<String, InboxWatch> watches = new ConcurrentHashMap<>();

  WatchedInboxes(
      Collection<InboxEndpoint<?>> endpoints,
      InboxProcessor processor,
      MessageMetrics metrics,
      MessageSpans spans,
      Clock clock) {
    this.endpoints = endpoints;
    this.processor = processor;
    this.metrics = metrics;
    this.spans = spans;
    this.clock = clock;
  }

  /** Full names of the topics that are a country's inboxes. */
  Stream<String> topics(CountryCode country) {
    return endpoints.stream().map(endpoint -> endpoint.topic().nameFor(country));
  }

  /** By the full names of the topics. */
  Map<String, InboxWatch> of(CountryCode country) {
    Map<String, InboxWatch> inboxes = new LinkedHashMap<>();
    for (InboxEndpoint<?> endpoint : endpoints) {
      String name = endpoint.topic().nameFor(country);
      inboxes.put(name, watches.computeIfAbsent(name, n -> watch(endpoint, country)));
    }
    return inboxes;
  }

  private <T extends SpecificRecord> InboxWatch watch(
      InboxEndpoint<T> endpoint, CountryCode country) {
    return new InboxWatch(
        endpoint.topic(),
        country,
        records -> processor.process(endpoint, country, records),
        metrics,
        spans,
        clock);
  }
}
