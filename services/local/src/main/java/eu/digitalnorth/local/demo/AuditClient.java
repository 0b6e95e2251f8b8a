package eu.digitalnorth.local.demo;

import eu.digitalnorth.local.installation.Endpoints;
import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The ledgers, as a supervisor would use them. */
final class AuditClient {
  private final Rest rest;
  private final URI audit;

  AuditClient(Rest rest, Endpoints endpoints) {
    this.rest = rest;
    this.audit = endpoints.audit();
  }

  JsonNode verification(String country) {
    return rest.get(url(country, "/verification"));
  }

  /** The entry of a record's rejection, not older than an instant. */
  Optional<JsonNode> rejection(String country, String topic, String messageId, Instant since) {
    return rest.get(url(country, "/entries?limit=500&from=" + since))
        .path("entries")
        .valueStream()
        .filter(entry -> entry.path("action").asString("").equals("REJECTED"))
        .filter(entry -> entry.path("topic").asString("").equals(topic))
        .filter(entry -> entry.path("messageId").asString("").equals(messageId))
        .findFirst();
  }

  private URI url(String country, String path) {
    return URI.create(audit + "/api/audit/" + country.toLowerCase(Locale.ROOT) + path);
  }
}
