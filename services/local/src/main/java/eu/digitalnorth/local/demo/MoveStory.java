package eu.digitalnorth.local.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What follows the proof of residence: the new country registers the arrival, its life event
 * reaches the old country, and the old country's register follows.
 */
final class MoveStory {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int HOUSES = 90;

  private final RegistryClient registry;
  private final Narrator narrator;

  MoveStory(RegistryClient registry, Narrator narrator) {
    this.registry = registry;
    this.narrator = narrator;
  }

  /**
   * @throws DemonstrationException if the old country's register does not follow
   */
  void play(Persona mover, String from, String to) {
    JsonNode before = registry.person(from, mover.subject());
    narrator.note("%s registers the arrival".formatted(to));
    registry.arrive(to, from, mover.entry(), address());
    JsonNode after =
        Waiting.until(() -> followed(mover, from, to, before), PATIENCE)
            .orElseThrow(
                () ->
                    new DemonstrationException(
                        "The register of %s did not follow the move within %d s."
                            .formatted(from, PATIENCE.toSeconds())));
    narrator.note(
        "The register of %s now says: lives in %s, no second address (version %d of the entry)"
            .formatted(
                from,
                after.path("address").path("country").asString(),
                after.path("version").asLong()));
  }

  /** Newer than before, in the new country, and without a double. */
  private Optional<JsonNode> followed(Persona mover, String from, String to, JsonNode before) {
    return Optional.of(registry.person(from, mover.subject()))
        .filter(now -> now.path("version").asLong() > before.path("version").asLong())
        .filter(now -> now.path("address").path("country").asString("").equals(to))
        .filter(now -> !now.hasNonNull("otherAddress"));
  }

  /** Another house each time, so that moving again is a move. */
  private static ObjectNode address() {
    return Rest.object()
        .put("streetAddress", "Digitala vägen")
        .put("houseNumber", Long.toString(1 + Instant.now().getEpochSecond() % HOUSES))
        .put("postalCode", "111 20")
        .put("locality", "Stockholm");
  }
}
