package eu.digitalnorth.replay.sandbox;

import eu.digitalnorth.replay.compare.CompareRule;
import eu.digitalnorth.replay.compare.Normaliser;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What no two runs have alike. Times, ids and refusals are not among that: with the recorded time
 * they come out the same, to the last digit.
 */
final class SandboxRules {
  /**
   * Encrypted anew each time, with a new salt; the key that opens it was the requester's, and is
   * destroyed.
   */
  private static final List<CompareRule> ENCRYPTED =
      List.of(
          as("EvidenceResponse", "$.value.provided.evidence.content", Normaliser.PRESENCE),
          as("EvidenceResponse", "$.value.provided.evidence.digest", Normaliser.PRESENCE),
          as("AuditEvent", "$.value.bodyDigest", Normaliser.PRESENCE),
          as(null, "$.headers.signature", Normaliser.SIGNATURE));

  private SandboxRules() {}

  /**
   * @param statesMoved whether topics of state have their records at other offsets than they had
   * @param inboxesMoved likewise; ids of what was refused derive from those offsets
   */
  static List<CompareRule> of(boolean statesMoved, boolean inboxesMoved) {
    List<CompareRule> rules = new ArrayList<>(CompareRule.DEFAULTS);
    rules.addAll(ENCRYPTED);
    if (statesMoved) {
      rules.add(CompareRule.ignore("$.value.positions"));
    }
    if (inboxesMoved) {
      rules.add(as("AuditEvent", "$.value.messageId", Normaliser.ID));
      rules.add(as("AuditEvent", "$.headers.ce_id", Normaliser.ID));
      rules.add(CompareRule.ignore("$.headers['kafka_dlt-original-offset']"));
    }
    return rules;
  }

  private static CompareRule as(@Nullable String type, String path, Normaliser normaliser) {
    return new CompareRule(type, path, normaliser);
  }
}
