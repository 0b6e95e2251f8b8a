package eu.digitalnorth.local.demo;

import eu.digitalnorth.local.installation.Endpoints;
import eu.digitalnorth.local.token.Tokens;
import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The ledgers, as a supervisor would use them. */
final class AuditClient {
  private final Rest rest;
  private final Tokens tokens;
  private final URI audit;

  AuditClient(Rest rest, Tokens tokens, Endpoints endpoints) {
    this.rest = rest;
    this.tokens = tokens;
    this.audit = endpoints.audit();
  }

  JsonNode verification(String country) {
    return as(country).get(url(country, "/verification"));
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

  private Rest as(String country) {
    return rest.as(() -> tokens.supervisor(country));
  }

  private URI url(String country, String path) {
    return URI.create(audit + "/api/audit/" + country.toLowerCase(Locale.ROOT) + path);
  }
}
