package eu.digitalnorth.replay.fault;

import java.util.List;

/**
 * Faults in the order in which they come over a record.
 *
 * @param seed another one strikes other records
 */
public record FaultPlan(long seed, List<Fault> faults) {
  /** Nothing goes wrong. */
  public static final FaultPlan NONE = new FaultPlan(0, List.of());

  public FaultPlan {
    faults = List.copyOf(faults);
  }

  public boolean isEmpty() {
    return faults.isEmpty();
  }
}
