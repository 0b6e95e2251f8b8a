package eu.digitalnorth.messaging.lifecycle;

import eu.digitalnorth.messaging.ExchangeProperties;
import eu.digitalnorth.messaging.observe.MessageMetrics;
import eu.digitalnorth.messaging.observe.MessageSpans;
import eu.digitalnorth.messaging.observe.MetricsProperties;
import eu.digitalnorth.messaging.observe.ScrapeServer;
import eu.digitalnorth.messaging.observe.TraceExport;
import eu.digitalnorth.messaging.store.Outbox;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What an operator sees; nothing of it is loaded unless it is asked for. */
@Configuration(proxyBeanMethods = false)
class ObservationConfiguration {
  private static final String EXPOSITION = "text/plain; version=0.0.4; charset=utf-8";

  private static final List<String> KNOWN =
      List.of(
          "exchange.",
          "http.server.requests",
          "hikaricp.connections",
          "jvm.gc.",
          "jvm.memory.",
          "jvm.threads.",
          "logback.events",
          "process.");

  /** Numbers, for Prometheus. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnProperty("exchange.metrics.enabled")
  @EnableConfigurationProperties(MetricsProperties.class)
  static class Metrics {

    @Bean
    MessageMetrics messageMetrics(PrometheusMeterRegistry registry) {
      return new MessageMetrics(registry);
    }

    /** What nobody has looked at for what its tags tell is not shown. */
    @Bean
    MeterFilter knownMeters() {
      return MeterFilter.denyUnless(
          meter -> KNOWN.stream().anyMatch(name -> meter.getName().startsWith(name)));
    }

    @Bean
    ScrapeServer scrapeServer(
        MetricsProperties properties,
        MessageMetrics metrics,
        Outbox outbox,
        PrometheusMeterRegistry registry)
        throws IOException {
      metrics.outbox(outbox::waiting);
      return new ScrapeServer(
          new InetSocketAddress(properties.address(), properties.port()),
          Files.readString(Objects.requireNonNull(properties.tokenFile())),
          EXPOSITION,
          () -> registry.scrape(EXPOSITION));
    }
  }

  /** Traces, by OTLP. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnProperty("exchange.traces.endpoint")
  static class Traces {

    @Bean
    TraceExport traceExport(
        ExchangeProperties properties,
        @Value("${exchange.traces.endpoint}") URI endpoint,
        Clock clock) {
      return TraceExport.to(endpoint, properties.service(), clock);
    }
  }

  @Bean
  @ConditionalOnMissingBean
  MessageMetrics noMetrics() {
    return MessageMetrics.NONE;
  }

  @Bean
  @ConditionalOnMissingBean
  MessageSpans noSpans() {
    return MessageSpans.NONE;
  }
}
