package eu.digitalnorth.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.country.CountryProfiles;
import eu.digitalnorth.country.identifier.IdentifierSchemes;
import eu.digitalnorth.messaging.envelope.RawRecord;
import eu.digitalnorth.messaging.fixture.ExchangeFixture;
import eu.digitalnorth.messaging.fixture.RawTopics;
import eu.digitalnorth.registry.seed.SeedSize;
import eu.digitalnorth.registry.seed.World;
import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class KilledSeedingIT {
  private static final Duration PATIENCE = Duration.ofSeconds(120);

  @Test
  void whatIsKilledWhileItSeedsLosesNothingAndDoublesNothing() throws Exception {
    ExchangeFixture exchange = ExchangeFixture.between("dk", "lt");
    Map<String, String> settings = RegistryUnderTest.settings(exchange);
    killWhenDenmarkIsSeeded(settings);

    try (RegistryUnderTest registry = new RegistryUnderTest(settings)) {
      await().atMost(PATIENCE).until(registry::isReady);

      for (String country : List.of("dk", "lt")) {
        Map<String, Set<String>> published = published(exchange, country);
        assertThat(published.keySet()).isEqualTo(subjects(exchange, CountryCode.of(country)));
        assertThat(published.values()).allSatisfy(bytes -> assertThat(bytes).hasSize(1));
      }
    }
  }

  /** In a process of its own, without a chance to tidy up. */
  private static void killWhenDenmarkIsSeeded(Map<String, String> settings) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of("-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path")));
    command.add(RegistryApplication.class.getName());
    settings.forEach((name, value) -> command.add("--" + name + "=" + value));
    Process service = new ProcessBuilder(command).redirectErrorStream(true).start();
    try (BufferedReader log = service.inputReader(StandardCharsets.UTF_8)) {
      assertThat(log.lines().anyMatch(line -> line.contains("Seeded: country=DK"))).isTrue();
    } finally {
      service.destroyForcibly().waitFor();
    }
  }

  /** What is on the register topics: all that was ever written under each key. */
  private static Map<String, Set<String>> published(ExchangeFixture exchange, String country) {
    List<RawRecord> records =
        new ArrayList<>(exchange.topics().readAll(country + ".register.person.v1"));
    records.addAll(exchange.topics().readAll(country + ".register.company.v1"));
    return records.stream()
        .collect(
            Collectors.groupingBy(
                raw -> String.valueOf(RawTopics.keyOf(raw)),
                Collectors.mapping(
                    raw -> HexFormat.of().formatHex(Objects.requireNonNull(raw.value())),
                    Collectors.toSet())));
  }

  private static Set<String> subjects(ExchangeFixture exchange, CountryCode country) {
    var pseudonyms = exchange.keys().pseudonyms(country);
    var seed =
        Objects.requireNonNull(
            World.create(
                    2017,
                    new SeedSize(1000, 200),
                    CountryProfiles.load(),
                    new IdentifierSchemes(Clock.systemUTC()))
                .get(country));
    Set<String> subjects =
        seed.people().stream()
            .map(p -> pseudonyms.of(p.identifier().scheme(), p.identifier().value()))
            .collect(Collectors.toSet());
    seed.companies()
        .forEach(c -> subjects.add(pseudonyms.of(c.identifier().scheme(), c.identifier().value())));
    return subjects;
  }
}
