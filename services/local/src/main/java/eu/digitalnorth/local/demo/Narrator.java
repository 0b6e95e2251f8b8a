package eu.digitalnorth.local.demo;

import eu.digitalnorth.local.wire.Hop;

/** Is told what happens as it happens, possibly from two threads. */
public interface Narrator {
  Narrator SILENT = new Narrator() {};

  default void begins(Scenario scenario) {}

  default void hop(Hop hop) {}

  /** What the demonstration itself does, or sees by REST. */
  default void note(String text) {}

  default void ends(ScenarioResult result) {}
}
