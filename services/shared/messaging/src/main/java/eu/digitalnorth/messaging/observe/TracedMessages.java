package eu.digitalnorth.messaging.observe;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.messaging.envelope.Header;
import eu.digitalnorth.messaging.envelope.RawRecord;
import eu.digitalnorth.messaging.envelope.TraceParent;
import eu.digitalnorth.messaging.store.OutboxRecord;
import eu.digitalnorth.messaging.topic.Topic;
import eu.digitalnorth.messaging.topic.TopicCatalogue;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.Tracer;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Makes spans of messages: one in which it is sent, beginning with the transaction's end, and below
 * it one in which it is processed. The ledger's own messages are left out; they would be two thirds
 * of all, and are where they are for good anyway.
 */
final class TracedMessages implements MessageSpans {
  private static final String LEDGER = '.' + TopicCatalogue.AUDIT_EVENT.name();
  private static final String DEAD_LETTERS = ".dlt.";

  private final Tracer tracer;
  private final SpanIds ids;
  private final Clock clock;

  TracedMessages(Tracer tracer, SpanIds ids, Clock clock) {
    this.tracer = tracer;
    this.ids = ids;
    this.clock = clock;
  }

  @Override
  public void processed(
      Topic<?> topic, CountryCode country, List<RawRecord> records, Instant from, Instant to) {
    if (topic.equals(TopicCatalogue.AUDIT_EVENT)) {
      return;
    }
    for (RawRecord raw : records) {
      Optional<TraceParent.Ids> sending = raw.header("traceparent").flatMap(TraceParent::parse);
      Optional<String> own = SpanIds.ofProcessing(raw);
      if (sending.isPresent() && own.isPresent()) {
        Span.Builder span =
            start(sending.get().trace(), own.get(), sending.get().span())
                .kind(Span.Kind.CONSUMER)
                .name("process " + topic.name())
                .tag("country", country.lower());
        end(span, from, to);
      }
    }
  }

  @Override
  public Runnable sending(List<OutboxRecord> records) {
    Instant from = clock.instant();
    return () -> sent(records, from, clock.instant());
  }

  private void sent(List<OutboxRecord> records, Instant from, Instant to) {
    for (OutboxRecord record : records) {
      if (!record.inOrder() && isOfAnExchange(record.topic())) {
        Optional.ofNullable(Header.last(record.headers(), "traceparent"))
            .flatMap(TraceParent::parse)
            .ifPresent(own -> sent(record, own, from, to));
      }
    }
  }

  private void sent(OutboxRecord record, TraceParent.Ids own, Instant from, Instant to) {
    String parent =
        SpanIds.beginsWith(own, record.cause()) ? null : SpanIds.ofProcessing(record.cause());
    Span.Builder span =
        start(own.trace(), own.span(), parent)
            .kind(Span.Kind.PRODUCER)
            .name("send " + record.topic().substring(record.topic().indexOf('.') + 1))
            .tag("country", record.country().lower());
    end(span, from, to);
  }

  private Span.Builder start(String trace, String span, @Nullable String parent) {
    ids.next(trace, span);
    if (parent == null) {
      return tracer.spanBuilder().setNoParent();
    }
    TraceContext context =
        tracer.traceContextBuilder().traceId(trace).spanId(parent).sampled(true).build();
    return tracer.spanBuilder().setParent(context);
  }

  private static void end(Span.Builder span, Instant from, Instant to) {
    span.startTimestamp(micros(from), TimeUnit.MICROSECONDS)
        .start()
        .end(micros(to), TimeUnit.MICROSECONDS);
  }

  private static boolean isOfAnExchange(String topic) {
    return !topic.endsWith(LEDGER) && !topic.contains(DEAD_LETTERS);
  }

  private static long micros(Instant instant) {
    return TimeUnit.SECONDS.toMicros(instant.getEpochSecond()) + instant.getNano() / 1000;
  }
}
