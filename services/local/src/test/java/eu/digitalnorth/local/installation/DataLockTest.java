package eu.digitalnorth.local.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.digitalnorth.messaging.topic.Service;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataLockTest {
  private static final Endpoints ENDPOINTS =
      new Endpoints(
          Map.of(Service.PORTAL, URI.create("http://127.0.0.1:9080")),
          new Issuer(URI.create("http://127.0.0.1:8185"), Path.of("issuer")),
          new Brokers("127.0.0.1:9092", "127.0.0.1:9093", Path.of("keys"), null),
          URI.create("http://127.0.0.1:8081"),
          Participants.together(List.of()));

  @TempDir private Path data;

  @Test
  void aSecondInstallationOnTheSameDataIsToldOfTheFirst() {
    DataLock first = DataLock.acquire(data);
    RunningInstallation.write(data, ENDPOINTS);

    assertThatThrownBy(() -> DataLock.acquire(data))
        .isInstanceOf(InstallationException.class)
        .hasMessageContaining("process " + ProcessHandle.current().pid())
        .hasMessageContaining("http://127.0.0.1:9080")
        .hasMessageContaining("--data");
    first.release();
  }

  @Test
  void aLockThatWasLetGoCanBeTakenAgain() {
    DataLock.acquire(data).release();

    DataLock again = DataLock.acquire(data);

    assertThat(DataLock.isHeld(data)).isTrue();
    again.release();
  }

  @Test
  void whatAKilledInstallationHasWrittenDownIsNoRunningInstallation() {
    DataLock.acquire(data).release();
    RunningInstallation.write(data, ENDPOINTS);

    assertThat(RunningInstallation.find(data)).isEmpty();
  }

  @Test
  void aRunningInstallationIsFoundWithItsAddresses() {
    DataLock held = DataLock.acquire(data);
    RunningInstallation.write(data, ENDPOINTS);

    assertThat(RunningInstallation.find(data))
        .hasValueSatisfying(found -> assertThat(found.endpoints()).isEqualTo(ENDPOINTS));
    held.release();
  }
}
