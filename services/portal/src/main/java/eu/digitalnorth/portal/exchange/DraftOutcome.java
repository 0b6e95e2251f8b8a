package eu.digitalnorth.portal.exchange;

import java.util.List;

/** What became of a draft. */
public sealed interface DraftOutcome {

  /** It can be started. */
  record Accepted(ExchangeRequest request) implements DraftOutcome {}

  /**
   * It cannot.
   *
   * @param problems all that is wrong
   */
  record Rejected(List<FieldProblem> problems) implements DraftOutcome {
    public Rejected {
      problems = List.copyOf(problems);
    }
  }

  /**
   * What is wrong with a field; never repeats what stood in it, which may be personal.
   *
   * @param field as in the JSON, for example {@code evidence[0].type}
   */
  record FieldProblem(String field, String problem) {}
}
