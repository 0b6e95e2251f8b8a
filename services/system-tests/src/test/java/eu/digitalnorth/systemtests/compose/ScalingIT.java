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
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Estonia's evidence service once, twice and three times. Each instance may use so little of a
 * processor that one cannot keep up: on a machine that everything shares, more instances of a
 * service that waits for others would show nothing.
 */
@Tag("compose")
@ResourceLock(Compose.LOCK)
class ScalingIT {
  private static final String SERVICE = "evidence-ee";
  private static final int PER_SECOND = 10;
  private static final int SECONDS = 40;
  private static final int SECONDS_TO_WARM_UP = 10;
  private static final int LIFETIME = 600;

  /** Of one processor: some five exchanges each second. */
  private static final String SHARE = "0.03";

  private static final String ENOUGH = "1";

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
    Compose.remove(SERVICE); // a container keeps its share
    Compose.up();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void instancesShareTheWork(int instances) {
    Compose.scale(SERVICE, instances);
    Compose.awaitHealthy();
    List<String> containers = Compose.containers(SERVICE);
    allow(ENOUGH, containers);
    Load.start(PER_SECOND, SECONDS_TO_WARM_UP, LIFETIME).end();
    Map<String, Long> before = decided(containers);
    allow(SHARE, containers);

    LoadResult result = Load.start(PER_SECOND, SECONDS, LIFETIME).end();

    allow(ENOUGH, containers);
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

  private static void allow(String processors, List<String> containers) {
    containers.forEach(one -> Compose.docker("update", "--cpus", processors, one));
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
