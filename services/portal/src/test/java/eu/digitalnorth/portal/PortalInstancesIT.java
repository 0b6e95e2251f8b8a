package eu.digitalnorth.portal;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import eu.digitalnorth.messaging.fixture.ExchangeFixture.Received;
import eu.digitalnorth.portal.testing.Estonia;
import eu.digitalnorth.portal.testing.Portal;
import eu.digitalnorth.portal.testing.Requests;
import eu.digitalnorth.portal.testing.World;
import eu.digitalnorth.schemas.eid.AttestationRequest;
import eu.digitalnorth.schemas.evidence.EvidenceRequest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The state is in the database: it does not matter which instance does what, or when. */
class PortalInstancesIT {
  private final World world = World.shared();
  private final Estonia estonia = new Estonia(world, "SE");

  @Test
  void anotherInstanceCarriesOnWhatOneHasBegun() {
    Map<String, String> settings = world.settings("se");
    UUID exchange;
    String key = UUID.randomUUID().toString();
    String location;
    try (Portal one = Portal.start(settings)) {
      location = location(one, key);
      exchange = UUID.fromString(location.substring("/api/exchanges/".length()));
    }
    Received<AttestationRequest> request = estonia.attestationRequest(exchange);
    estonia.send(estonia.issued(request, a -> {})); // nobody is there

    try (Portal first = Portal.start(settings);
        Portal second = Portal.start(settings)) {
      Received<EvidenceRequest> asked = estonia.evidenceRequests(exchange, 1).getFirst();
      estonia.send(estonia.provided(asked));

      first.await(exchange, "COMPLETED");
      assertThatJson(second.show(exchange)).node("state").isEqualTo("COMPLETED");
      assertThat(second.events(exchange, 0)).contains("id:5", "event:end");
      assertThat(location(second, key)).isEqualTo(location);
    }
  }

  private static String location(Portal portal, String key) {
    return portal
        .post("/api/exchanges", key, Requests.diplomaForSweden())
        .headers()
        .firstValue("Location")
        .orElseThrow();
  }
}
