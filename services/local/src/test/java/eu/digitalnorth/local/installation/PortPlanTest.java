package eu.digitalnorth.local.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.digitalnorth.messaging.topic.Service;
import eu.digitalnorth.servers.Lifetime;
import eu.digitalnorth.servers.Port;
import eu.digitalnorth.servers.PortTakenException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PortPlanTest {

  @Test
  void aTakenPortIsNamedTogetherWithItsOption() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      InstallationSettings settings =
          settings(Port.any(), new Port(taken.getLocalPort(), "--audit-port"));

      assertThatThrownBy(() -> PortPlan.claim(settings))
          .isInstanceOf(PortTakenException.class)
          .hasMessageContaining(Integer.toString(taken.getLocalPort()))
          .hasMessageContaining("--audit-port");
    }
  }

  @Test
  void thePortOfAServerIsLookedAtBeforeAnythingStarts() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      InstallationSettings settings =
          settings(new Port(taken.getLocalPort(), "--kafka-port"), Port.any());

      assertThatThrownBy(() -> PortPlan.claim(settings))
          .isInstanceOf(PortTakenException.class)
          .hasMessageContaining("--kafka-port");
    }
  }

  @Test
  void onePortIsNotGivenToTwo() {
    int free = Port.free();
    InstallationSettings settings =
        settings(new Port(free, "--kafka-port"), new Port(free, "--audit-port"));

    assertThatThrownBy(() -> PortPlan.claim(settings))
        .isInstanceOf(InstallationException.class)
        .hasMessageContaining("--kafka-port")
        .hasMessageContaining("--audit-port");
  }

  @Test
  void anyPortBecomesAFreeOne() {
    PortPlan.Claimed claimed = PortPlan.claim(settings(Port.any(), Port.any()));

    assertThat(claimed.services().get(Service.AUDIT).number()).isNotZero();
    assertThat(claimed.issuer().number()).isNotZero();
  }

  private static InstallationSettings settings(Port kafka, Port audit) {
    return new InstallationSettings(
        Path.of("data"),
        new Home(Path.of("home")),
        new ServersSource.Own(Port.any(), kafka, Port.any()),
        Map.of(Service.AUDIT, audit),
        Port.any(),
        Lifetime.SHORT,
        List.of(),
        Map.of());
  }
}
