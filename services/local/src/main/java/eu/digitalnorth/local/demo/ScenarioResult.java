package eu.digitalnorth.local.demo;

/**
 * How a scenario ended.
 *
 * @param exchangeId of the exchange; empty if there was none
 * @param millis from the request to the end
 */
public record ScenarioResult(Scenario scenario, String exchangeId, Ending actual, long millis) {

  public boolean asExpected() {
    return actual.equals(scenario.expected());
  }

  public boolean isCompleted() {
    return asExpected() && actual.isCompleted();
  }

  public boolean isRefusedAsExpected() {
    return asExpected() && actual.isRefused();
  }
}
