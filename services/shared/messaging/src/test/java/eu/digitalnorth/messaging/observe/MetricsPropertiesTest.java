package eu.digitalnorth.messaging.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class MetricsPropertiesTest {
  private static final Path TOKEN = Path.of("metrics.token");

  @Test
  void numbersThatAreShownNeedAPortAndAToken() {
    assertThatThrownBy(() -> new MetricsProperties(true, "127.0.0.1", 9400, null))
        .hasMessageContaining("exchange.metrics.token-file");
    assertThatThrownBy(() -> new MetricsProperties(true, "127.0.0.1", 0, TOKEN))
        .hasMessageContaining("exchange.metrics.port");
  }

  @Test
  void numbersThatAreNotShownNeedNothing() {
    assertThat(new MetricsProperties(false, "127.0.0.1", 0, null).enabled()).isFalse();
  }
}
