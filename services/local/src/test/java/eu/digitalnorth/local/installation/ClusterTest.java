package eu.digitalnorth.local.installation;

import static org.assertj.core.api.Assertions.assertThat;

import eu.digitalnorth.country.CountryCode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClusterTest {
  private static final URI ISSUER = URI.create("http://127.0.0.1:18185");
  private static final List<URI> PORTALS = List.of(URI.create("http://127.0.0.1:18080"));
  private static final List<CountryCode> OWN =
      Stream.of("ee", "lt", "no").map(CountryCode::of).toList();

  @TempDir private Path root;

  @BeforeEach
  void write() {
    new Cluster(root, OWN, null, line -> {}).write(ISSUER, PORTALS, true);
  }

  @Test
  void aServiceIsToldItsOwnCountryDatabaseAndPasswordOnly() throws IOException {
    String evidence = read("config/ee/evidence.properties");

    assertThat(evidence)
        .contains("exchange.countries=ee\n")
        .contains("jdbc:postgresql://postgres:5432/evidence_ee")
        .contains("spring.datasource.username=evidence_ee")
        .contains("exchange.keys-directory=/keys\n");
    assertThat(read("config/others/evidence.properties"))
        .contains("exchange.countries=dk,fi,is,lv,se\n");
    assertThat(password(evidence)).isNotEqualTo(password(read("config/no/evidence.properties")));
  }

  @Test
  void tokensNameTheIssuerAsBrowsersReachItAndServicesAskItWhereTheyReachIt() throws IOException {
    assertThat(read("config/no/portal.properties"))
        .contains("exchange.rest.issuer=http://127.0.0.1:18185\n")
        .contains("exchange.rest.issuer-address=http://issuer:8185\n")
        .contains("exchange.portal.registry-url=http://registry-{country}:8080\n");
    assertThat(read("config/issuer/issuer.properties"))
        .contains("exchange.issuer.url=http://127.0.0.1:18185\n")
        .contains("exchange.issuer.portal-urls=http://127.0.0.1:18080\n");
  }

  @Test
  void recordsAreOnThreeBrokersAndOnTwoBeforeTheirWriterIsToldSo() throws IOException {
    assertThat(read("kafka/server.properties"))
        .contains("default.replication.factor=3")
        .contains("offsets.topic.replication.factor=3")
        .contains("min.insync.replicas=2")
        .contains("allow.everyone.if.no.acl.found=false")
        .doesNotContain("node.id");
  }

  @Test
  void onlyTheContainersThatReadThemCanReadSecrets() throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      assertThat(files.filter(Files::isRegularFile).filter(file -> !isPublic(file)))
          .isNotEmpty()
          .allSatisfy(file -> assertThat(permissions(file)).isEqualTo("rw-------"));
    }
    assertThat(permissions(root.resolve("schema-registry/registry.properties")))
        .isEqualTo("rw-r-----");
  }

  @Test
  void eachHouseholdShowsItsNumbersForATokenOfItsOwn() throws IOException {
    assertThat(read("config/ee/evidence.properties"))
        .contains("exchange.metrics.enabled=true\n")
        .contains("exchange.metrics.token-file=/config/metrics.token\n");
    assertThat(read("config/ee/metrics.token"))
        .hasSizeGreaterThan(40)
        .isEqualTo(read("metrics/ee/metrics.token"))
        .isNotEqualTo(read("config/no/metrics.token"));
  }

  @Test
  void numbersAreShownOnlyWhereThatIsWanted(@TempDir Path other) throws IOException {
    new Cluster(other, OWN, null, line -> {}).write(ISSUER, PORTALS, false);

    assertThat(other.resolve("config/ee/evidence.properties"))
        .content()
        .doesNotContain("exchange.metrics");
    assertThat(other.resolve("metrics")).doesNotExist();
  }

  @Test
  void aCountryApartComesToBrokersOfItsOwnAndABridgeToBoth(@TempDir Path two) throws IOException {
    new Cluster(two, OWN, CountryCode.of("no"), line -> {}).write(ISSUER, PORTALS, false);

    assertThat(two.resolve("config/no/portal.properties"))
        .content()
        .contains("bootstrap-servers=kafka-no-1:9092,kafka-no-2:9092,kafka-no-3:9092\n");
    assertThat(two.resolve("config/ee/portal.properties"))
        .content()
        .contains("bootstrap-servers=kafka-1:9092,kafka-2:9092,kafka-3:9092\n");
    assertThat(two.resolve("kafka-no/server.properties"))
        .content()
        .contains("controller.quorum.voters=1@kafka-no-1");
    assertThat(two.resolve("config/bridge/bridge.properties"))
        .content()
        .contains("clusters=dk,no\nkeys=/keys\n")
        .contains("dk.countries=dk,ee,fi,is,lt,lv,se\n")
        .contains("no.bootstrap.servers=kafka-no-1:9092,");
    assertThat(two.resolve("keys/bridge/broker.password")).exists();
    assertThat(root.resolve("keys/bridge")).as("where there is one cluster").doesNotExist();
  }

  @Test
  void writingAgainChangesNoSecret() throws IOException {
    String kafka = read("kafka/server.properties").replaceAll("#.*\n", "");
    String evidence = read("config/ee/evidence.properties");

    write();

    assertThat(read("kafka/server.properties").replaceAll("#.*\n", "")).isEqualTo(kafka);
    assertThat(read("config/ee/evidence.properties")).isEqualTo(evidence);
  }

  /** Public anchors, addresses, and two files in volumes that one container of another user has. */
  private boolean isPublic(Path file) {
    String name = root.relativize(file).toString();
    return name.startsWith("keys/anchors/")
        || name.endsWith(".lock")
        || List.of(
                "run/installation.properties",
                "postgres/password",
                "schema-registry/registry.properties")
            .contains(name);
  }

  private String read(String file) throws IOException {
    return Files.readString(root.resolve(file));
  }

  private static String permissions(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  private static String password(String settings) {
    return settings
        .lines()
        .filter(line -> line.startsWith("spring.datasource.password="))
        .findFirst()
        .orElseThrow();
  }
}
