package eu.digitalnorth.local.command;

import eu.digitalnorth.local.installation.InstallationSettings;
import eu.digitalnorth.local.installation.Monitoring;
import eu.digitalnorth.messaging.topic.Service;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What an operator is to see of an installation that stays. */
final class ObservationOptions {
  private static final int DISTANCE = 1000;

  @Option(
      names = "--metrics",
      description =
          "Show Prometheus each service's numbers, at /metrics of its port plus 1000; the token is"
              + " in the file metrics.token of the data.")
  private boolean metrics;

  @Option(
      names = "--traces",
      paramLabel = "URL",
      description =
          "Send traces of exchanges there, by OTLP over HTTP:"
              + " http://127.0.0.1:4318/v1/traces.")
  private @Nullable URI traces;

  InstallationSettings with(InstallationSettings settings) {
    InstallationSettings observed = settings;
    if (metrics) {
      observed = Monitoring.above(settings, DISTANCE).in(observed);
    }
    if (traces != null) {
      for (Service service : settings.ports().keySet()) {
        observed = observed.with(service, Map.of("exchange.traces.endpoint", traces.toString()));
      }
    }
    return observed;
  }
}
