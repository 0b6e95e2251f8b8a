package eu.digitalnorth.portal.rest;

import eu.digitalnorth.restsecurity.caller.Caller;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** One viewer of one exchange. */
final class EventStream {
  private static final long NEVER = 0L;

  private final UUID exchangeId;
  private final Caller viewer;
  private final SseEmitter emitter = new SseEmitter(NEVER);
  private final AtomicBoolean busy = new AtomicBoolean();
  private volatile int seen;
  private volatile Instant lastSentAt;

  EventStream(UUID exchangeId, Caller viewer, int seen, Instant now) {
    this.exchangeId = exchangeId;
    this.viewer = viewer;
    this.seen = seen;
    this.lastSentAt = now;
  }

  UUID exchangeId() {
    return exchangeId;
  }

  boolean isOf(Caller caller) {
    return viewer.equals(caller);
  }

  SseEmitter emitter() {
    return emitter;
  }

  /** Number of the last entry that the viewer has. */
  int seen() {
    return seen;
  }

  Instant lastSentAt() {
    return lastSentAt;
  }

  /** Takes the right to send; a viewer who reads slowly is left alone until it is given back. */
  boolean acquire() {
    return busy.compareAndSet(false, true);
  }

  void release() {
    busy.set(false);
  }

  void send(List<TimelineView> entries, Instant now) throws IOException {
    for (TimelineView entry : entries) {
      if (entry.number() > seen) {
        emitter.send(
            SseEmitter.event()
                .id(Integer.toString(entry.number()))
                .name("timeline")
                .data(entry, MediaType.APPLICATION_JSON));
        seen = entry.number();
      }
    }
    lastSentAt = now;
  }

  /** A comment, so that a connection whose other end has gone is noticed. */
  void keepAlive(Instant now) throws IOException {
    emitter.send(SseEmitter.event().comment("still here"));
    lastSentAt = now;
  }

  void end(String state) throws IOException {
    emitter.send(
        SseEmitter.event().name("end").data(Map.of("state", state), MediaType.APPLICATION_JSON));
    emitter.complete();
  }
}
