package eu.digitalnorth.portal.rest;

import eu.digitalnorth.portal.exchange.DraftCheck;
import eu.digitalnorth.portal.exchange.DraftOutcome;
import eu.digitalnorth.portal.exchange.Exchange;
import eu.digitalnorth.portal.exchange.ExchangeDraft;
import eu.digitalnorth.portal.exchange.ExchangeRequest;
import eu.digitalnorth.portal.store.ExchangeStore;
import eu.digitalnorth.portal.store.TimelineStore;
import eu.digitalnorth.portal.wire.ExchangeStarter;
import eu.digitalnorth.portal.wire.StartOutcome;
import eu.digitalnorth.restsecurity.caller.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Starts exchanges for officers, and shows them to these and to whom they are about. */
@RestController
@RequestMapping(path = "/api/exchanges", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Exchanges", description = "One requester's conversation: attestation, then evidence")
class ExchangeController {
  private final DraftCheck check;
  private final ExchangeStarter starter;
  private final ExchangeStore exchanges;
  private final TimelineStore timelines;
  private final EventStreams streams;
  private final Viewers viewers;

  ExchangeController(
      DraftCheck check,
      ExchangeStarter starter,
      ExchangeStore exchanges,
      TimelineStore timelines,
      EventStreams streams,
      Viewers viewers) {
    this.check = check;
    this.starter = starter;
    this.exchanges = exchanges;
    this.timelines = timelines;
    this.streams = streams;
    this.viewers = viewers;
  }

  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary = "Starts an exchange",
      description =
          "Answers at once; look at the Location for what becomes of it. The same key with the same"
              + " body never starts a second exchange.")
  ResponseEntity<StartedView> start(
      @Parameter(
              description = "Chosen by you, 1 to 255 printable ASCII characters",
              required = true)
          @RequestHeader(name = IdempotencyKey.HEADER, required = false)
          @Nullable String idempotencyKey,
      @RequestBody ExchangeDraft draft,
      Caller.Officer officer) {
    String key = IdempotencyKey.checked(idempotencyKey);
    return switch (check.check(draft)) {
      case DraftOutcome.Rejected rejected -> throw Problems.invalid(rejected);
      case DraftOutcome.Accepted accepted ->
          started(starter.start(officer.authority(), key, ofAuthority(officer, accepted)));
    };
  }

  @GetMapping("/{id}")
  @Operation(summary = "Tells the state of an exchange, and what happened in it")
  ExchangeView show(@PathVariable UUID id, Caller caller) {
    Exchange exchange = visible(id, caller);
    return ExchangeView.of(exchange, timelines.of(id));
  }

  @GetMapping(path = "/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  @Operation(
      summary = "Streams what happens in an exchange, from its beginning (server-sent events)",
      description =
          "Events `timeline` carry an entry and its number as id; Last-Event-ID resumes after it."
              + " `end` carries the state, and is the last. 204 if there is nothing more to come.")
  ResponseEntity<SseEmitter> events(
      @PathVariable UUID id,
      @Parameter(description = "Number of the last entry that is known")
          @RequestHeader(name = "Last-Event-ID", required = false)
          @Nullable String lastEventId,
      Caller caller) {
    Exchange exchange = visible(id, caller);
    return streams
        .open(exchange, caller, LastEventId.number(lastEventId))
        .map(ResponseEntity::ok)
        .orElseGet(() -> ResponseEntity.noContent().build());
  }

  /** What somebody may not see is not there for them. */
  private Exchange visible(UUID id, Caller caller) {
    return exchanges
        .find(id)
        .filter(exchange -> viewers.mayView(exchange, caller))
        .orElseThrow(Problems::noSuchExchange);
  }

  static ExchangeRequest ofAuthority(Caller.Officer officer, DraftOutcome.Accepted accepted) {
    if (!accepted.request().terms().requester().equals(officer.authority())) {
      throw Problems.notYourAuthority();
    }
    return accepted.request();
  }

  static ResponseEntity<StartedView> started(StartOutcome outcome) {
    return switch (outcome) {
      case StartOutcome.Started started -> {
        URI location = URI.create("/api/exchanges/" + started.exchangeId());
        yield ResponseEntity.accepted()
            .location(location)
            .body(new StartedView(started.exchangeId(), location));
      }
      case StartOutcome.KeyReused reused -> throw Problems.keyReused();
    };
  }
}
