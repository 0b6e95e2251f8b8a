package eu.digitalnorth.portal;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.messaging.fixture.ExchangeFixture.Received;
import eu.digitalnorth.messaging.personal.ResponseKeys;
import eu.digitalnorth.messaging.topic.TopicCatalogue;
import eu.digitalnorth.portal.testing.Estonia;
import eu.digitalnorth.portal.testing.Portal;
import eu.digitalnorth.portal.testing.Requests;
import eu.digitalnorth.portal.testing.World;
import eu.digitalnorth.restsecurity.fixture.TestIssuer;
import eu.digitalnorth.schemas.eid.AttestationRequest;
import eu.digitalnorth.schemas.evidence.EvidenceRequest;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;

/** The key that opens what is sent to an exchange lives as long as the exchange, and no longer. */
class ErasureIT {
  private static final TestIssuer ISSUER = TestIssuer.shared();
  private static final String STUDENT = ISSUER.citizen("EE", "ee-isikukood", Requests.STUDENT);
  private static final String OTHER_CITIZEN = ISSUER.citizen("EE", "ee-isikukood", "60001017869");

  private final World world = World.shared();
  private final Portal portal = world.norway();
  private final Estonia estonia = new Estonia(world, "NO");

  @Test
  void eachExchangeHasAResponseKeyOfItsOwnForAllThatItAsks() {
    UUID one = portal.start(Requests.diploma());
    UUID other = portal.start(Requests.diploma());
    AttestationRequest asked = estonia.attestationRequest(one).body();
    estonia.send(estonia.issued(estonia.attestationRequest(one), attestation -> {}));
    EvidenceRequest next = estonia.evidenceRequests(one, 1).getFirst().body();

    assertThat(ResponseKeys.read(asked.getResponseKey())).isPresent();
    assertThat(next.getResponseKey()).isEqualTo(asked.getResponseKey());
    assertThat(estonia.attestationRequest(other).body().getResponseKey())
        .isNotEqualTo(asked.getResponseKey());
  }

  @Test
  void theKeyIsDestroyedAtTheEnd() {
    UUID exchange = portal.start(Requests.diploma());
    assertThatJson(portal.show(exchange)).node("responseKey").isEqualTo("HELD");
    assertThat(portal.hasResponseKey(exchange)).isTrue();
    estonia.send(estonia.issued(estonia.attestationRequest(exchange), attestation -> {}));
    estonia.send(estonia.provided(estonia.evidenceRequests(exchange, 1).getFirst()));

    String shown = portal.await(exchange, "COMPLETED");

    assertThatJson(shown).node("responseKey").isEqualTo("DESTROYED");
    assertThat(portal.hasResponseKey(exchange)).isFalse();
  }

  @Test
  void whomItIsAboutCanWithdrawItAndWhatComesThenStaysSealed() {
    UUID exchange = portal.start(Requests.diploma());
    Received<AttestationRequest> request = estonia.attestationRequest(exchange);

    assertThat(portal.send(withdraw(exchange, OTHER_CITIZEN)).statusCode()).isEqualTo(404);
    assertThat(portal.send(withdraw(exchange, STUDENT)).statusCode()).isEqualTo(200);

    assertThatJson(portal.show(exchange)).node("state").isEqualTo("WITHDRAWN");
    assertThat(portal.hasResponseKey(exchange)).isFalse();
    estonia.send(estonia.issued(request, attestation -> {}));
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThatJson(portal.show(exchange))
                    .inPath("timeline[*].kind")
                    .isArray()
                    .containsExactly("ATTESTATION_REQUESTED", "ENDED", "ANSWERED_LATE"));
    assertThat(
            world
                .exchange()
                .messages(
                    TopicCatalogue.EVIDENCE_REQUEST, CountryCode.of("ee"), exchange.toString()))
        .isEmpty();
  }

  @Test
  void anExchangeThatHasEndedStaysAsItEnded() {
    UUID exchange = portal.start(Requests.diplomaWithin("PT0.001S"));
    portal.await(exchange, "EXPIRED");

    assertThat(portal.send(withdraw(exchange, STUDENT)).statusCode()).isEqualTo(200);

    assertThatJson(portal.show(exchange)).node("state").isEqualTo("EXPIRED");
  }

  @Test
  void theDatabaseKeepsNoKeyOfAnExchangeThatHasEnded() {
    UUID exchange = portal.start(Requests.diplomaWithin("PT0.001S"));
    portal.await(exchange, "EXPIRED");

    assertThatThrownBy(() -> portal.putResponseKeyBack(exchange))
        .isInstanceOf(DataIntegrityViolationException.class);
  }

  private HttpRequest.Builder withdraw(UUID exchange, String token) {
    return portal
        .request("/api/exchanges/" + exchange + "/withdraw", token)
        .POST(BodyPublishers.noBody());
  }
}
