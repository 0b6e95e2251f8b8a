package eu.digitalnorth.local.demo;

import static java.util.Comparator.naturalOrder;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * What became of a load.
 *
 * @param wanted exchanges that were to be started
 * @param accepted that the portal took on
 * @param completed with their evidence
 * @param expired and refused or ended for that
 * @param refused for other reasons, by reason
 * @param unanswered that have not ended
 * @param unaccounted messages that one ledger has as sent, and the other does not know
 * @param twice messages or decisions that a ledger has twice
 * @param missing exchanges of which the requester's ledger knows no message
 * @param intact whether the ledgers are as they were written
 * @param medianMillis from start to end of the exchanges that completed
 * @param slowestMillis likewise
 * @param tookMillis from the first start to the last end of them
 */
public record LoadReport(
    int wanted,
    int accepted,
    int completed,
    int expired,
    Map<String, Long> refused,
    int unanswered,
    int unaccounted,
    int twice,
    int missing,
    boolean intact,
    long medianMillis,
    long slowestMillis,
    long tookMillis) {

  private static final String COMPLETED = "COMPLETED";
  private static final String BEGIN = "createdAt";
  private static final String END = "endedAt";
  private static final Set<String> OF_EXPIRY =
      Set.of("EXPIRED", "EXPIRED_TOKEN", "REQUEST_EXPIRED");

  static LoadReport of(int wanted, int accepted, List<JsonNode> ended, LedgerComparison ledgers) {
    Map<String, Long> endings =
        ended.stream()
            .collect(
                Collectors.groupingBy(LoadReport::ending, TreeMap::new, Collectors.counting()));
    long completed = endings.getOrDefault(COMPLETED, 0L);
    long expired = OF_EXPIRY.stream().mapToLong(one -> endings.getOrDefault(one, 0L)).sum();
    endings.keySet().removeAll(OF_EXPIRY);
    endings.remove(COMPLETED);
    List<JsonNode> good = ended.stream().filter(one -> ending(one).equals(COMPLETED)).toList();
    long[] millis = good.stream().mapToLong(LoadReport::millis).sorted().toArray();
    return new LoadReport(
        wanted,
        accepted,
        Math.toIntExact(completed),
        Math.toIntExact(expired),
        endings,
        accepted - ended.size(),
        ledgers.unaccounted(),
        ledgers.twice(),
        accepted - ledgers.exchanges(),
        ledgers.intact(),
        millis.length == 0 ? 0 : millis[millis.length / 2],
        millis.length == 0 ? 0 : millis[millis.length - 1],
        took(good));
  }

  /** Whether nothing was lost, nothing happened twice, and the ledgers agree. */
  public boolean isGood() {
    return accepted == wanted
        && completed + expired == accepted
        && unanswered + unaccounted + twice + missing == 0
        && intact;
  }

  /** One line, for people and for programs. */
  @Override
  public String toString() {
    return "Load: wanted=%d accepted=%d completed=%d expired=%d refused=%s unanswered=%d unaccounted=%d twice=%d missing=%d ledgers=%s median=%dms slowest=%dms took=%dms"
        .formatted(
            wanted,
            accepted,
            completed,
            expired,
            refused,
            unanswered,
            unaccounted,
            twice,
            missing,
            intact ? "intact" : "BROKEN",
            medianMillis,
            slowestMillis,
            tookMillis);
  }

  private static String ending(JsonNode exchange) {
    String state = exchange.path("state").asString();
    return exchange.path("refusal").path("reason").asString(state);
  }

  private static long millis(JsonNode exchange) {
    return Duration.between(at(exchange, BEGIN), at(exchange, END)).toMillis();
  }

  private static long took(List<JsonNode> exchanges) {
    return exchanges.isEmpty()
        ? 0
        : Duration.between(
                exchanges.stream().map(one -> at(one, BEGIN)).min(naturalOrder()).orElseThrow(),
                exchanges.stream().map(one -> at(one, END)).max(naturalOrder()).orElseThrow())
            .toMillis();
  }

  private static Instant at(JsonNode exchange, String field) {
    return Instant.parse(exchange.path(field).asString());
  }
}
