package eu.digitalnorth.local.demo;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.local.installation.Endpoints;
import eu.digitalnorth.local.token.Tokens;
import eu.digitalnorth.messaging.topic.Service;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The ledgers, as a supervisor would use them. */
final class AuditClient {
  private static final Duration VERIFICATION = Duration.ofMinutes(10);

  private final Rest rest;
  private final Tokens tokens;
  private final Endpoints endpoints;

  AuditClient(Rest rest, Tokens tokens, Endpoints endpoints) {
    this.rest = rest;
    this.tokens = tokens;
    this.endpoints = endpoints;
  }

  /** Takes as long as reading the whole ledger does. */
  JsonNode verification(String country) {
    return as(country).waiting(VERIFICATION).get(url(country, "/verification"));
  }

  /** The entry of a record's rejection, not older than an instant. */
  Optional<JsonNode> rejection(String country, String topic, String messageId, Instant since) {
    return as(country)
        .get(url(country, "/entries?limit=500&from=" + since))
        .path("entries")
        .valueStream()
        .filter(entry -> entry.path("action").asString("").equals("REJECTED"))
        .filter(entry -> entry.path("topic").asString("").equals(topic))
        .filter(entry -> entry.path("messageId").asString("").equals(messageId))
        .findFirst();
  }

  boolean isIntact(String country) {
    return verification(country).path("intact").asBoolean(false);
  }

  /** All entries about messages to or from another country that say they did this with them. */
  List<JsonNode> messages(String country, String counterparty, String action, Instant from) {
    List<JsonNode> all = new ArrayList<>();
    long after = 0;
    do {
      JsonNode page =
          as(country)
              .get(
                  url(
                      country,
                      "/messages?action=%s&counterparty=%s&from=%s&after=%d"
                          .formatted(action, counterparty, from, after)));
      page.path("messages").forEach(all::add);
      after = page.path("next").asLong(-1);
    } while (after >= 0);
    return all;
  }

  private Rest as(String country) {
    return rest.as(() -> tokens.supervisor(country));
  }

  private URI url(String country, String path) {
    CountryCode code = CountryCode.of(country);
    return URI.create(endpoints.of(Service.AUDIT, code) + "/api/audit/" + code.lower() + path);
  }
}
