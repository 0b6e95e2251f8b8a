package eu.digitalnorth.local.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Whether the ledgers of all countries are as they were written.
 *
 * @param entries of each ledger that is
 * @param broken what is wrong with the others
 */
public record Ledgers(List<String> entries, List<String> broken) {
  static Ledgers verify(AuditClient audit, List<String> countries) {
    List<String> entries = new ArrayList<>();
    List<String> broken = new ArrayList<>();
    for (String country : countries) {
      JsonNode answer = audit.verification(country);
      if (answer.path("intact").asBoolean(false)) {
        entries.add(country + " " + answer.path("entriesVerified").asLong());
      } else {
        broken.add(
            "%s from entry %d on"
                .formatted(country, answer.path("firstBreach").path("entry").asLong()));
      }
    }
    return new Ledgers(List.copyOf(entries), List.copyOf(broken));
  }

  public boolean areIntact() {
    return broken.isEmpty();
  }

  @Override
  public String toString() {
    return areIntact()
        ? "all %d verify, entry by entry (%s)".formatted(entries.size(), joined(entries))
        : "BROKEN: " + joined(broken);
  }

  private static String joined(List<String> parts) {
    return parts.stream().collect(Collectors.joining(", "));
  }
}
