package eu.digitalnorth.systemtests.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Estonia's evidence service once, twice and three times. Each instance may use so little of a
 * processor that one cannot keep up: on a machine that everything shares, more instances of a
 * service that waits for others would show nothing.
 */
@Tag("compose")
class ScalingIT {
  private static final String SERVICE = "evidence-ee";
  private static final int PER_SECOND = 10;
  private static final int SECONDS = 40;
  private static final int LIFETIME = 600;

  /** Of one processor. */
  private static final String SHARE = "0.05";

  private static final Pattern PROVIDED =
      Pattern.compile("exchange_decisions_total\\{[^}]*outcome=\"PROVIDED\"[^}]*} ([0-9.E]+)");

  private static final DocumentedTable TABLE =
      new DocumentedTable(
          "scaling",
          """
          | instances | exchanges | each decided | lost | twice | completed per second | median | slowest |
          |---|---|---|---|---|---|---|---|
          """);

  @BeforeAll
  static void up() {
    Compose.upWithNumbers(SERVICE);
  }

  @AfterAll
  static void asBefore() {
    Compose.up("--scale", SERVICE + "=1");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void instancesShareTheWork(int instances) {
    Compose.scale(SERVICE, instances);
    Compose.awaitHealthy();
    List<String> containers = Compose.containers(SERVICE);
    containers.forEach(one -> Compose.docker("update", "--cpus", SHARE, one));
    Map<String, Long> before = decided(containers);

    LoadResult result = Load.start(PER_SECOND, SECONDS, LIFETIME).end();

    List<Long> shares = shares(before, decided(containers));
    assertThat(shares).hasSize(instances).allSatisfy(share -> assertThat(share).isPositive());
    assertThat(shares.stream().mapToLong(Long::longValue).sum()).isEqualTo(PER_SECOND * SECONDS);
    TABLE.put(
        Integer.toString(instances),
        "%d | %s | %d | %d | %.1f | %d ms | %d ms"
            .formatted(
                result.number("completed"),
                shares.stream().map(Object::toString).collect(Collectors.joining(" + ")),
                result.number("unanswered"),
                result.number("twice"),
                1000.0 * result.number("completed") / result.number("took"),
                result.number("median"),
                result.number("slowest")));
  }

  private static List<Long> shares(Map<String, Long> before, Map<String, Long> after) {
    List<Long> shares = new ArrayList<>();
    after.forEach(
        (one, count) -> shares.add(count - Objects.requireNonNull(before.get(one)).longValue()));
    return shares;
  }

  /** How many requests each instance has answered with evidence since it started. */
  private static Map<String, Long> decided(List<String> containers) {
    Map<String, Long> decided = new HashMap<>();
    containers.forEach(
        one ->
            decided.put(
                one,
                PROVIDED
                    .matcher(Compose.numbers(one))
                    .results()
                    .mapToLong(found -> (long) Double.parseDouble(found.group(1)))
                    .sum()));
    return decided;
  }
}
