package eu.digitalnorth.messaging.observe;

import static org.assertj.core.api.Assertions.assertThat;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.messaging.envelope.Header;
import eu.digitalnorth.messaging.envelope.MessageIdentity;
import eu.digitalnorth.messaging.envelope.RawRecord;
import eu.digitalnorth.messaging.envelope.TraceParent;
import eu.digitalnorth.messaging.store.OutboxRecord;
import eu.digitalnorth.messaging.topic.Service;
import eu.digitalnorth.messaging.topic.Topic;
import eu.digitalnorth.messaging.topic.TopicCatalogue;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TraceExportTest {
  private static final CountryCode NO = CountryCode.of("NO");
  private static final CountryCode EE = CountryCode.of("EE");
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private static final UUID EXCHANGE = UUID.fromString("0fae7c4e-5e34-4f4e-9f5b-6a7d8c9e0f1a");
  private static final String TRACE = "0fae7c4e5e344f4e9f5b6a7d8c9e0f1a";

  private final InMemorySpanExporter spans = InMemorySpanExporter.create();
  private final TraceExport export =
      new TraceExport(SimpleSpanProcessor.create(spans), Service.PORTAL, Clock.systemUTC());

  @AfterEach
  void close() {
    export.close();
  }

  @Test
  void eachHopIsBelowTheOneThatLedToIt() {
    UUID request = UUID.randomUUID();
    String traceOfRequest = TraceParent.next(null, EXCHANGE.toString(), request);
    UUID answer = UUID.randomUUID();
    String traceOfAnswer = TraceParent.next(traceOfRequest, EXCHANGE.toString(), answer);

    send(TopicCatalogue.ATTESTATION_REQUEST, NO, EXCHANGE, traceOfRequest);
    process(TopicCatalogue.ATTESTATION_REQUEST, NO, "portal", request, traceOfRequest);
    UUID cause = new MessageIdentity("urn:digital-north:no:portal", request).cause();
    send(TopicCatalogue.ATTESTATION_RESPONSE, EE, cause, traceOfAnswer);
    process(TopicCatalogue.ATTESTATION_RESPONSE, EE, "attestation", answer, traceOfAnswer);

    List<SpanData> path = spans.getFinishedSpanItems();
    assertThat(path)
        .extracting(SpanData::getName)
        .containsExactly(
            "send eid.attestation-request.v1",
            "process eid.attestation-request.v1",
            "send eid.attestation-response.v1",
            "process eid.attestation-response.v1");
    assertThat(path).extracting(SpanData::getTraceId).containsOnly(TRACE);
    assertThat(path.getFirst().getParentSpanContext().isValid()).isFalse();
    for (int hop = 1; hop < path.size(); hop++) {
      assertThat(path.get(hop).getParentSpanId()).isEqualTo(path.get(hop - 1).getSpanId());
    }
  }

  @Test
  void aSpanSaysWhatIsNobodys() {
    process(
        TopicCatalogue.EVIDENCE_REQUEST,
        NO,
        "portal",
        UUID.randomUUID(),
        TraceParent.next(null, EXCHANGE.toString(), UUID.randomUUID()));

    assertThat(spans.getFinishedSpanItems())
        .singleElement()
        .satisfies(
            span -> {
              assertThat(span.getAttributes().asMap()).hasSize(1).containsValue("ee");
              assertThat(span.getResource().getAttributes().asMap())
                  .hasSize(1)
                  .containsValue("portal");
            });
  }

  @Test
  void whatIsNoMessageIsNoSpan() {
    RawRecord garbage =
        new RawRecord(
            "ee.evidence.request.v1",
            0,
            0,
            0,
            null,
            null,
            List.of(
                Header.of("ce_id", "not a UUID"),
                Header.of("ce_source", "urn:digital-north:no:portal"),
                Header.of(
                    "traceparent",
                    TraceParent.next(null, EXCHANGE.toString(), UUID.randomUUID()))));

    export.processed(TopicCatalogue.EVIDENCE_REQUEST, EE, List.of(garbage), NOW, NOW);

    assertThat(spans.getFinishedSpanItems()).isEmpty();
  }

  @Test
  void theLedgersOwnMessagesAreLeftOut() {
    send(
        TopicCatalogue.AUDIT_EVENT,
        NO,
        EXCHANGE,
        TraceParent.next(null, EXCHANGE.toString(), UUID.randomUUID()));

    assertThat(spans.getFinishedSpanItems()).isEmpty();
  }

  private void send(Topic<?> topic, CountryCode sender, UUID cause, String trace) {
    CountryCode receiver = sender.equals(NO) ? EE : NO;
    OutboxRecord record =
        new OutboxRecord(
            sender,
            cause,
            topic.nameFor(receiver),
            null,
            null,
            null,
            List.of(Header.of("traceparent", trace)),
            false);
    export.sending(List.of(record)).run();
  }

  private void process(Topic<?> topic, CountryCode sender, String service, UUID id, String trace) {
    CountryCode receiver = sender.equals(NO) ? EE : NO;
    RawRecord record =
        new RawRecord(
            topic.nameFor(receiver),
            0,
            0,
            0,
            null,
            null,
            List.of(
                Header.of("ce_id", id.toString()),
                Header.of(
                    "ce_source", "urn:digital-north:%s:%s".formatted(sender.lower(), service)),
                Header.of("traceparent", trace)));
    export.processed(topic, receiver, List.of(record), NOW, NOW.plusMillis(5));
  }
}
