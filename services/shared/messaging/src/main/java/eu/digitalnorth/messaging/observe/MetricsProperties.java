package eu.digitalnorth.messaging.observe;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whether and where numbers are shown, prefix {@code exchange.metrics}.
 *
 * @param enabled whether they are collected at all
 * @param address on which {@code /metrics} is
 * @param port on which {@code /metrics} is, which is not the service's
 * @param tokenFile has what whoever asks must show; only the operator and the service read it
 */
@ConfigurationProperties("exchange.metrics")
public record MetricsProperties(
    @DefaultValue("false") boolean enabled,
    @DefaultValue("127.0.0.1") String address,
    @DefaultValue("0") int port,
    @Nullable Path tokenFile) {

  public MetricsProperties {
    if (enabled && (port == 0 || tokenFile == null)) {
      throw new IllegalArgumentException(
          "Metrics are enabled: set exchange.metrics.port, and exchange.metrics.token-file");
    }
  }
}
