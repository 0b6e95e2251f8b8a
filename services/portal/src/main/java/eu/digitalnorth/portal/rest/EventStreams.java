package eu.digitalnorth.portal.rest;

import eu.digitalnorth.portal.PortalProperties;
import eu.digitalnorth.portal.exchange.Exchange;
import eu.digitalnorth.portal.exchange.ExchangeState;
import eu.digitalnorth.portal.store.TimelineStore;
import eu.digitalnorth.portal.store.TimelineStore.Numbered;
import eu.digitalnorth.restsecurity.caller.Caller;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Shows timelines live. What is new is asked of the database, for all viewers in two queries, so
 * that it does not matter which instance of the portal took the answer.
 */
@Component
class EventStreams implements DisposableBean {
  private static final Logger log = LoggerFactory.getLogger(EventStreams.class);
  private static final Duration KEEP_ALIVE = Duration.ofSeconds(15);

  private final TimelineStore timelines;
  private final PortalProperties properties;
  private final Clock clock;
  private final Set<EventStream> streams = ConcurrentHashMap.newKeySet();
  private final ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor();

  EventStreams(TimelineStore timelines, PortalProperties properties, Clock clock) {
    this.timelines = timelines;
    this.properties = properties;
    this.clock = clock;
  }

  /**
   * @param viewer of whom there are some streams at most, so that others are not left without
   * @param seen number of the last entry that the viewer has
   * @return empty if the exchange has ended and the viewer has it all: a browser then stops asking
   */
  Optional<SseEmitter> open(Exchange exchange, Caller viewer, int seen) {
    if (exchange.state() instanceof ExchangeState.Ended
        && timelines.after(Map.of(exchange.id(), seen)).isEmpty()) {
      return Optional.empty();
    }
    if (streams.size() >= properties.mostStreams()
        || streams.stream().filter(one -> one.isOf(viewer)).count()
            >= properties.mostStreamsOfACaller()) {
      throw Problems.tooManyStreams();
    }
    EventStream stream = new EventStream(exchange.id(), viewer, seen, clock.instant());
    stream.emitter().onCompletion(() -> streams.remove(stream));
    stream.emitter().onError(gone -> streams.remove(stream));
    streams.add(stream);
    return Optional.of(stream.emitter());
  }

  @Scheduled(fixedDelayString = "${exchange.portal.poll-interval:PT0.15S}")
  void poll() {
    if (streams.isEmpty()) {
      return;
    }
    Map<UUID, Integer> seen =
        streams.stream()
            .collect(
                Collectors.toMap(
                    EventStream::exchangeId, EventStream::seen, (a, b) -> a < b ? a : b));
    try {
      Map<UUID, String> ended = timelines.ended(seen.keySet()); // first, so that no entry is missed
      Map<UUID, List<TimelineView>> entries =
          timelines.after(seen).stream()
              .collect(
                  Collectors.groupingBy(
                      Numbered::exchangeId,
                      Collectors.mapping(TimelineView::of, Collectors.toList())));
      for (EventStream stream : streams) {
        UUID id = stream.exchangeId();
        if (seen.containsKey(id) && stream.acquire()) {
          senders.execute(() -> send(stream, entries.getOrDefault(id, List.of()), ended.get(id)));
        }
      }
    } catch (RuntimeException e) {
      log.warn("Cannot look for new events: {}", e.getClass().getName());
    }
  }

  /** Before the server waits for requests to end: these do not end by themselves. */
  @EventListener(ContextClosedEvent.class)
  void complete() {
    streams.forEach(stream -> stream.emitter().complete());
  }

  @Override
  public void destroy() {
    senders.close();
  }

  private void send(EventStream stream, List<TimelineView> entries, @Nullable String endState) {
    try {
      Instant now = clock.instant();
      if (!entries.isEmpty()) {
        stream.send(entries, now);
      } else if (stream.lastSentAt().plus(KEEP_ALIVE).isBefore(now)) {
        stream.keepAlive(now);
      }
      if (endState != null) {
        streams.remove(stream);
        stream.end(endState);
      }
    } catch (IOException | IllegalStateException e) {
      streams.remove(stream); // the viewer has gone; its browser asks again if it wants
    } finally {
      stream.release();
    }
  }
}
