package eu.digitalnorth.messaging.observe;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.messaging.envelope.RawRecord;
import eu.digitalnorth.messaging.store.OutboxRecord;
import eu.digitalnorth.messaging.topic.Service;
import eu.digitalnorth.messaging.topic.Topic;
import io.micrometer.tracing.otel.bridge.OtelCurrentTraceContext;
import io.micrometer.tracing.otel.bridge.OtelTracer;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * Sends spans to whoever keeps traces, by OTLP over HTTP, some at a time and never while a message
 * waits: if nobody takes them they are dropped.
 */
public final class TraceExport implements MessageSpans, AutoCloseable {
  private static final AttributeKey<String> SERVICE_NAME = AttributeKey.stringKey("service.name");

  private final SdkTracerProvider provider;
  private final TracedMessages messages;

  /**
   * @param endpoint for example {@code http://127.0.0.1:4318/v1/traces}
   */
  public static TraceExport to(URI endpoint, Service service, Clock clock) {
    return new TraceExport(
        BatchSpanProcessor.builder(
                OtlpHttpSpanExporter.builder().setEndpoint(endpoint.toString()).build())
            .build(),
        service,
        clock);
  }

  TraceExport(SpanProcessor processor, Service service, Clock clock) {
    SpanIds ids = new SpanIds();
    provider =
        SdkTracerProvider.builder()
            .setIdGenerator(ids)
            .setSampler(Sampler.alwaysOn())
            .setResource(Resource.builder().put(SERVICE_NAME, service.id()).build())
            .addSpanProcessor(processor)
            .build();
    OtelTracer tracer =
        new OtelTracer(
            provider.get("eu.digitalnorth.messaging"), new OtelCurrentTraceContext(), event -> {});
    messages = new TracedMessages(tracer, ids, clock);
  }

  @Override
  public void processed(
      Topic<?> topic, CountryCode country, List<RawRecord> records, Instant from, Instant to) {
    messages.processed(topic, country, records, from, to);
  }

  @Override
  public Runnable sending(List<OutboxRecord> records) {
    return messages.sending(records);
  }

  /** Sends what is left. */
  @Override
  public void close() {
    provider.close();
  }
}
