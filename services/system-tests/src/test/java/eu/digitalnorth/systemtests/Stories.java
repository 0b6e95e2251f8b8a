package eu.digitalnorth.systemtests;

import eu.digitalnorth.local.demo.Demonstration;
import eu.digitalnorth.local.demo.Narrator;
import eu.digitalnorth.local.demo.Scenario;
import eu.digitalnorth.local.demo.ScenarioResult;
import java.util.LinkedHashMap;
import java.util.Map;

/** The whole demonstration, played once for all tests that look at what came of it. */
final class Stories {
  private static final Map<Scenario, ScenarioResult> RESULTS = play();

  private Stories() {}

  /** How each ended, in their order. */
  static Map<Scenario, ScenarioResult> results() {
    return RESULTS;
  }

  private static Map<Scenario, ScenarioResult> play() {
    Map<Scenario, ScenarioResult> results = new LinkedHashMap<>();
    try (Demonstration demonstration = Demonstration.on(World.endpoints(), Narrator.SILENT)) {
      for (Scenario scenario : demonstration.scenarios()) {
        results.put(scenario, demonstration.run(scenario));
      }
    }
    return results;
  }
}
