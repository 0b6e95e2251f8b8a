package eu.digitalnorth.local.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * What two countries' ledgers say of the same exchanges.
 *
 * @param unaccounted messages that one has as sent, and the other neither as received nor as late
 * @param twice messages that a ledger has twice as sent, received or decided upon, and requests
 *     that were decided twice
 * @param exchanges in which the first sent the second something
 * @param intact whether both are as they were written
 */
record LedgerComparison(int unaccounted, int twice, int exchanges, boolean intact) {
  /** It takes the ledgers a while to be read. */
  private static final Duration INTERVAL = Duration.ofSeconds(3);

  /** Clocks differ, and it is the exchanges that count. */
  private static final Duration MARGIN = Duration.ofMinutes(15);

  /** Returns when all is accounted for, or with what is not by then. */
  static LedgerComparison await(
      AuditClient audit,
      String one,
      String other,
      Collection<String> exchanges,
      Instant since,
      Instant deadline) {
    Set<String> ours = new HashSet<>(exchanges);
    Instant from = since.minus(MARGIN);
    Optional<LedgerComparison> agreed =
        Waiting.until(
            () ->
                Optional.of(compare(audit, one, other, ours, from))
                    .filter(found -> found.unaccounted == 0 && found.exchanges == ours.size()),
            Duration.between(Instant.now(), deadline),
            INTERVAL);
    return agreed.orElseGet(() -> compare(audit, one, other, ours, from));
  }

  private static LedgerComparison compare(
      AuditClient audit, String one, String other, Set<String> exchanges, Instant from) {
    Side first = Side.read(audit, one, other, exchanges, from);
    Side second = Side.read(audit, other, one, exchanges, from);
    return new LedgerComparison(
        first.unaccountedAt(second) + second.unaccountedAt(first),
        first.twice() + second.twice(),
        first.exchanges(),
        audit.isIntact(one) && audit.isIntact(other));
  }

  /** One ledger's entries about messages to and from the other country. */
  private record Side(
      List<JsonNode> sent, List<JsonNode> received, List<JsonNode> late, List<JsonNode> decided) {

    static Side read(
        AuditClient audit, String country, String other, Set<String> exchanges, Instant from) {
      List<List<JsonNode>> read = new ArrayList<>();
      for (String action : List.of("SENT", "RECEIVED", "LATE", "DECIDED")) {
        read.add(
            audit.messages(country, other, action, from).stream()
                .filter(message -> exchanges.contains(message.path("exchangeId").asString("")))
                .toList());
      }
      return new Side(read.get(0), read.get(1), read.get(2), read.get(3));
    }

    int unaccountedAt(Side receiver) {
      Set<String> open = ids(sent);
      open.removeAll(ids(receiver.received));
      open.removeAll(ids(receiver.late));
      return open.size();
    }

    int twice() {
      int repeated = 0;
      for (List<JsonNode> messages : List.of(sent, received, decided)) {
        repeated += messages.size() - ids(messages).size();
      }
      long requests =
          decided.stream()
              .map(one -> one.path("exchangeId").asString() + one.path("messageType").asString())
              .distinct()
              .count();
      return Math.toIntExact(repeated + decided.size() - requests);
    }

    int exchanges() {
      return Math.toIntExact(
          sent.stream().map(one -> one.path("exchangeId").asString()).distinct().count());
    }

    private static Set<String> ids(List<JsonNode> messages) {
      Set<String> ids = new HashSet<>();
      messages.forEach(message -> ids.add(message.path("messageId").asString()));
      return ids;
    }
  }
}
