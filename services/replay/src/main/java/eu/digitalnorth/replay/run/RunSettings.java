package eu.digitalnorth.replay.run;

import eu.digitalnorth.replay.fault.FaultPlan;
import java.util.Map;

/**
 * How a recording is replayed.
 *
 * @param selection what of it
 * @param mapping to which topics
 * @param pace how fast
 * @param form in which form records are written
 * @param consent what somebody has said is all right
 * @param faults what goes wrong on purpose
 */
public record RunSettings(
    RunSelection selection,
    TopicMapping mapping,
    Pace pace,
    RecordForm form,
    Consent consent,
    FaultPlan faults) {

  /** Everything, to topics under {@code replay.}, as fast as possible. */
  public static RunSettings everything() {
    return new RunSettings(
        RunSelection.everything(),
        new TopicMapping("replay.", Map.of()),
        new Pace.Fast(),
        RecordForm.recorded(HeaderPolicy.REPLAYED),
        Consent.NONE,
        FaultPlan.NONE);
  }

  /** The same of something else. */
  public RunSettings of(RunSelection other) {
    return new RunSettings(other, mapping, pace, form, consent, faults);
  }

  /** The same to other topics. */
  public RunSettings to(TopicMapping other) {
    return new RunSettings(selection, other, pace, form, consent, faults);
  }

  /** The same at another pace, with the time of replaying as timestamps. */
  public RunSettings at(Pace other) {
    return new RunSettings(selection, mapping, other, form.withTimeOfReplaying(), consent, faults);
  }

  /** The same with records in another form. */
  public RunSettings in(RecordForm other) {
    return new RunSettings(selection, mapping, pace, other, consent, faults);
  }

  /** The same with something said to be all right. */
  public RunSettings with(Consent said) {
    return new RunSettings(selection, mapping, pace, form, said, faults);
  }

  /** The same with faults. */
  public RunSettings with(FaultPlan plan) {
    return new RunSettings(selection, mapping, pace, form, consent, plan);
  }
}
