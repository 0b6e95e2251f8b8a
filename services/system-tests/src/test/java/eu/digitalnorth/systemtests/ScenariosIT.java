package eu.digitalnorth.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import eu.digitalnorth.local.demo.Scenario;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Every scenario from end to end: all services, all countries, real servers. */
@ResourceLock(World.LOCK)
class ScenariosIT {

  @TestFactory
  Stream<DynamicTest> everyScenarioEndsAsItShould() {
    return Stories.results().values().stream()
        .map(
            result ->
                dynamicTest(
                    result.scenario().id(),
                    () ->
                        assertThat(result.asExpected())
                            .as("%s ended %s", result.scenario().id(), result.actual())
                            .isTrue()));
  }

  @Test
  void thereAreStoriesOfEachKind() {
    assertThat(Stories.results().keySet())
        .extracting(Scenario::id)
        .hasSizeGreaterThanOrEqualTo(11)
        .doesNotHaveDuplicates();
  }
}
