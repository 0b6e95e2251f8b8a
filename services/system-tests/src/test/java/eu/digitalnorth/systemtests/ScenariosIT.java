package eu.digitalnorth.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import eu.digitalnorth.local.demo.Demonstration;
import eu.digitalnorth.local.demo.Narrator;
import eu.digitalnorth.local.demo.Scenario;
import eu.digitalnorth.local.demo.ScenarioResult;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Every scenario from end to end: all services, all countries, real servers. */
@ResourceLock(World.LOCK)
class ScenariosIT {
  private static Demonstration demonstration;

  @BeforeAll
  static void start() {
    demonstration = Demonstration.on(World.endpoints(), Narrator.SILENT);
  }

  @AfterAll
  static void stop() {
    demonstration.close();
  }

  @TestFactory
  Stream<DynamicTest> everyScenarioEndsAsItShould() {
    return demonstration.scenarios().stream()
        .map(scenario -> dynamicTest(scenario.id(), () -> run(scenario)));
  }

  @Test
  void thereAreStoriesOfEachKind() {
    assertThat(demonstration.scenarios())
        .extracting(Scenario::id)
        .hasSizeGreaterThanOrEqualTo(11)
        .doesNotHaveDuplicates();
  }

  private static void run(Scenario scenario) {
    ScenarioResult result = demonstration.run(scenario);
    assertThat(result.asExpected()).as("%s ended %s", scenario.id(), result.actual()).isTrue();
  }
}
