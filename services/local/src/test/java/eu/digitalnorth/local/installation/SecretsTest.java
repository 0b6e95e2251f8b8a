package eu.digitalnorth.local.installation;

import static org.assertj.core.api.Assertions.assertThat;

import eu.digitalnorth.messaging.topic.Service;
import eu.digitalnorth.servers.ChildCommand;
import eu.digitalnorth.servers.Database;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
  private static final List<String> ROLES = List.of("portal", "audit", "evidence");

  @TempDir private Path data;

  @Test
  void passwordsAreKeptAcrossRunsInAFileThatOnlyItsOwnerReads() throws IOException {
    Passwords first = Passwords.in(data, ROLES);

    Passwords second = Passwords.in(data, ROLES);

    assertThat(second.of("portal")).isEqualTo(first.of("portal")).hasSize(48);
    assertThat(permissions("passwords.properties")).isEqualTo("rw-------");
  }

  @Test
  void noTwoServicesHaveTheSamePassword() {
    Passwords passwords = Passwords.in(data, ROLES);

    assertThat(ROLES).extracting(passwords::of).doesNotHaveDuplicates();
  }

  @Test
  void aServiceReadsItsPasswordFromAPrivateFileAndNotFromItsCommandLine() throws IOException {
    ServiceConfiguration configuration = ServiceConfiguration.in(data);
    InstallationSettings settings = settings();

    configuration.write(
        Service.AUDIT,
        settings,
        endpoints(),
        new Database("jdbc:postgresql://127.0.0.1/audit", "audit", "very-secret"));

    assertThat(Files.readString(data.resolve("config/audit.properties")))
        .contains("spring.datasource.password=very-secret");
    assertThat(permissions("config/audit.properties")).isEqualTo("rw-------");
    ChildCommand command = ServiceJvm.command("audit", settings, configuration);
    assertThat(command.arguments()).noneMatch(argument -> argument.contains("very-secret"));
    assertThat(command.environment()).doesNotContainValue("very-secret");
  }

  /** With a home that has one service, as if it had been built. */
  private InstallationSettings settings() throws IOException {
    Path target = Files.createDirectories(data.resolve("home/services/audit/target"));
    Files.writeString(target.resolve("classpath.txt"), "some.jar");
    Files.createFile(target.resolve("audit-1.0-SNAPSHOT.jar"));
    InstallationSettings settings = InstallationSettings.onFreePorts(data);
    return new InstallationSettings(
        data,
        new Home(data.resolve("home")),
        settings.servers(),
        settings.ports(),
        settings.issuer(),
        settings.lifetime(),
        settings.countries(),
        settings.overrides());
  }

  private Endpoints endpoints() {
    Map<Service, URI> services = new EnumMap<>(Service.class);
    for (Service service : Service.values()) {
      services.put(service, URI.create("http://127.0.0.1:1"));
    }
    Brokers brokers = new Brokers("127.0.0.1:2", "127.0.0.1:4", data.resolve("keys"), null);
    Issuer issuer = new Issuer(URI.create("http://127.0.0.1:5"), data.resolve("issuer"));
    return new Endpoints(
        services,
        issuer,
        brokers,
        URI.create("http://127.0.0.1:3"),
        Participants.together(List.of()));
  }

  private String permissions(String file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve(file)));
  }
}
