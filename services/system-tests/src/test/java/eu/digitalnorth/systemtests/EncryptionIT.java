package eu.digitalnorth.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.digitalnorth.local.installation.Certificates;
import eu.digitalnorth.messaging.kafka.BrokerAccess;
import eu.digitalnorth.servers.KafkaSecurity;
import eu.digitalnorth.servers.KafkaServer;
import eu.digitalnorth.servers.Lifetime;
import eu.digitalnorth.servers.Port;
import eu.digitalnorth.trust.broker.BrokerPasswords;
import eu.digitalnorth.trust.broker.BrokerPrincipal;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A broker with a certificate; it has a process of its own, since that of the seam has none. */
class EncryptionIT {
  @TempDir static Path directory;

  private static Path keys;
  private static Certificates certificates;
  private static KafkaServer kafka;

  @BeforeAll
  static void start() {
    keys = directory.resolve("keys");
    BrokerPasswords passwords = new BrokerPasswords(keys);
    passwords.createMissing(BrokerPrincipal.KNOWN_FROM_THE_START);
    certificates = new Certificates(keys);
    certificates.create(List.of());
    kafka =
        new KafkaServer(
            directory,
            Port.any(),
            Lifetime.SHORT,
            new KafkaSecurity(
                passwords.of(BrokerPrincipal.BROKER),
                passwords.of(BrokerPrincipal.ADMIN),
                passwords.of(BrokerPrincipal.TESTER),
                certificates.ofBroker().orElseThrow()));
    kafka.start();
  }

  @AfterAll
  static void stop() {
    kafka.kill();
  }

  @Test
  void whoTrustsTheAuthorityComesIn() throws Exception {
    assertThat(clusterId(access(certificates.authority()))).isNotBlank();
  }

  @Test
  void whoTrustsAnotherAuthorityTellsTheBrokerNoPassword() {
    Certificates others = new Certificates(directory.resolve("others"));
    others.create(List.of());

    assertThatThrownBy(() -> clusterId(access(others.authority())))
        .isInstanceOf(SslAuthenticationException.class);
  }

  @Test
  void whoDoesNotEncryptIsNotHeard() {
    assertThatThrownBy(() -> clusterId(access(null))).isInstanceOf(TimeoutException.class);
  }

  private static Map<String, Object> access(@Nullable Path authority) {
    BrokerAccess access =
        new BrokerAccess(kafka.administrationServers(), new BrokerPasswords(keys), authority);
    return new HashMap<>(access.as(BrokerPrincipal.ADMIN));
  }

  private static String clusterId(Map<String, Object> settings) throws Exception {
    settings.put("default.api.timeout.ms", 8_000);
    settings.put("request.timeout.ms", 3_000);
    try (Admin admin = Admin.create(settings)) {
      return admin.describeCluster().clusterId().get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    }
  }
}
