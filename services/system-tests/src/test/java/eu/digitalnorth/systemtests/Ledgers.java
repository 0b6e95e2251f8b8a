package eu.digitalnorth.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import eu.digitalnorth.local.installation.Endpoints;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** What countries' ledgers must say, each by itself and together. */
final class Ledgers {
  private final Function<String, Endpoints> countries;

  Ledgers(Endpoints endpoints) {
    this(country -> endpoints);
  }

  /**
   * @param countries where each country's ledger is
   */
  Ledgers(Function<String, Endpoints> countries) {
    this.countries = countries;
  }

  /** No entry was altered, removed or put in. */
  void assertIntact(String country) {
    JsonNode verification =
        Rest.get(
            countries.apply(country).audit(), path(country, "verification"), supervisor(country));
    assertThat(verification.path("intact").asBoolean(false)).as("%s", verification).isTrue();
    assertThat(verification.path("entriesVerified").asLong()).isPositive();
  }

  /** What the sender's ledger has as sent, and the receiver's neither as received nor as late. */
  Set<String> unaccounted(String sender, String receiver) {
    Set<String> open = ids(messages(sender, receiver, "SENT"));
    open.removeAll(ids(messages(receiver, sender, "RECEIVED")));
    open.removeAll(ids(messages(receiver, sender, "LATE")));
    return open;
  }

  /** The exchanges in which a country sent another one something. */
  Set<String> exchanges(String sender, String receiver) {
    return messages(sender, receiver, "SENT").stream()
        .map(m -> m.path("exchangeId").asString())
        .collect(Collectors.toSet());
  }

  /** No message was sent, received or decided upon twice. */
  void assertNothingTwice(String country, String counterparty) {
    for (String action : List.of("SENT", "RECEIVED", "DECIDED")) {
      List<JsonNode> messages = messages(country, counterparty, action);
      assertThat(messages.stream().map(m -> m.path("messageId").asString()))
          .as("%s in the ledger of %s", action, country)
          .doesNotHaveDuplicates();
    }
    assertThat(
            messages(country, counterparty, "DECIDED").stream()
                .map(m -> m.path("exchangeId").asString() + m.path("messageType").asString()))
        .as("decisions of %s, by exchange and request", country)
        .doesNotHaveDuplicates();
  }

  private static Set<String> ids(List<JsonNode> messages) {
    return messages.stream().map(m -> m.path("messageId").asString()).collect(Collectors.toSet());
  }

  private List<JsonNode> messages(String country, String counterparty, String action) {
    List<JsonNode> all = new ArrayList<>();
    long after = 0;
    do {
      JsonNode page =
          Rest.get(
              countries.apply(country).audit(),
              path(country, "messages")
                  + "?action=%s&counterparty=%s&after=%d"
                      .formatted(action, counterparty.toUpperCase(Locale.ROOT), after),
              supervisor(country));
      page.path("messages").forEach(all::add);
      after = page.path("next").asLong(-1);
    } while (after >= 0);
    return all;
  }

  private String supervisor(String country) {
    return Callers.of(countries.apply(country)).supervisor(country);
  }

  private static String path(String country, String what) {
    return "/api/audit/" + country + '/' + what;
  }
}
