package eu.digitalnorth.systemtests.compose;

import java.util.List;

/** What became of the exchanges, one row for each failure. */
final class ReliabilityTable {
  private static final DocumentedTable TABLE =
      new DocumentedTable(
          "failures",
          """
          | what happened | times | load | exchanges | completed | expired | lost | twice | ledgers | median | slowest |
          |---|---|---|---|---|---|---|---|---|---|---|
          """);

  private ReliabilityTable() {}

  /**
   * Puts a row in.
   *
   * @param rounds what became of each time, all of it good: whoever finds something lost does not
   *     come here; exchanges are added up, durations are those of the worst
   */
  static void put(String what, int perSecond, List<LoadResult> rounds) {
    TABLE.put(
        what,
        "%d of %d | %d/s | %d | %d | %d | %d | %d | %s | %d ms | %d ms"
            .formatted(
                rounds.size(),
                rounds.size(),
                perSecond,
                sum(rounds, "accepted"),
                sum(rounds, "completed"),
                sum(rounds, "expired"),
                sum(rounds, "unanswered"),
                sum(rounds, "twice"),
                rounds.stream().allMatch(LoadResult::hasIntactLedgers) ? "intact" : "BROKEN",
                most(rounds, "median"),
                most(rounds, "slowest")));
  }

  private static long sum(List<LoadResult> rounds, String what) {
    return rounds.stream().mapToLong(round -> round.number(what)).sum();
  }

  private static long most(List<LoadResult> rounds, String what) {
    return rounds.stream().mapToLong(round -> round.number(what)).max().orElseThrow();
  }
}
