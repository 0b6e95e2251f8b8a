package eu.digitalnorth.audit;

import static org.assertj.core.api.Assertions.assertThat;

import eu.digitalnorth.restsecurity.caller.OfficerRole;
import eu.digitalnorth.restsecurity.fixture.TestIssuer;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Those whom a ledger is not for. */
@ExtendWith(OutputCaptureExtension.class)
class IntrudersIT extends RunningAudit {
  private static final TestIssuer ISSUER = TestIssuer.shared();
  private static final List<String> LEDGER =
      List.of(
          "/api/audit/ee/entries",
          "/api/audit/ee/verification",
          "/api/audit/ee/messages?action=SENT",
          "/api/audit/ee/exchanges/00000000-0000-4000-8000-000000000000");

  @Test
  void anonymousReadsNothing() throws IOException {
    for (String path : LEDGER) {
      assertThat(api().raw("GET " + path + " HTTP/1.1")).as(path).startsWith("HTTP/1.1 401");
    }
    assertThat(api().raw("GET /api/audit/ee/v2/findUsage HTTP/1.1")).startsWith("HTTP/1.1 401");
    assertThat(api().raw("POST /api/audit/ee/usage HTTP/1.1")).startsWith("HTTP/1.1 401");
  }

  @Test
  void anotherCountrysSupervisorReadsNothing() {
    assertRefused(ISSUER.officer("NO:data-protection", OfficerRole.LEDGER_SUPERVISOR));
  }

  @Test
  void otherOfficersReadNothing() {
    assertRefused(ISSUER.officer("EE:population-register", OfficerRole.POPULATION_REGISTRAR));
    assertRefused(ISSUER.officer("EE:university-admissions", OfficerRole.REQUESTER));
  }

  @Test
  void aCitizenReadsNoLedger() {
    assertRefused(ISSUER.citizen("EE", "ee-isikukood", "39901012239"));
  }

  @Test
  void citizensAreToldOfTheirOwnUsagesOnly() {
    String subject = EXCHANGES.keys().pseudonyms(ESTONIA).of("ee-isikukood", "47101010033");
    publish(List.of(record(AuditEvents.decided(ESTONIA, exchange, subject))));
    awaitEntries(1);

    AuditApi other = apiOf(ISSUER.citizen("EE", "ee-isikukood", "50001010017"));

    assertThat(AuditApi.json(other.post("/api/audit/ee/usage", "{}")).get("totalUsages").asLong())
        .isZero();
    assertThat(other.get("/api/audit/ee/v2/findUsage?userCode=47101010033").statusCode())
        .isEqualTo(400);
  }

  @Test
  void officersAreToldOfNobodysUsages() {
    AuditApi officer = apiOf(ISSUER.officer("EE:data-protection", OfficerRole.LEDGER_SUPERVISOR));

    assertThat(officer.post("/api/audit/ee/usage", "{}").statusCode()).isEqualTo(403);
    assertThat(officer.get("/api/audit/ee/v2/findUsage").statusCode()).isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x' or '1'='1", "x'; drop table ledger_entry; --", "x\u0000"})
  void sqlInAParameterIsAValueThatNothingHas(String sql) {
    String encoded = URLEncoder.encode(sql, StandardCharsets.UTF_8);

    int status =
        api()
            .get(
                "/api/audit/ee/messages?action=SENT&messageType="
                    + encoded
                    + "&counterparty="
                    + encoded)
            .statusCode();

    assertThat(status).isIn(200, 400);
    api().assertIntact("ee");
  }

  @Test
  void aParameterForgesNoLineInTheLog(CapturedOutput output) {
    String forged = "x%0d%0a2026-11-22T12:00:00.000Z%20%20INFO%20all%20is%20well";

    api().get("/api/audit/ee/entries?from=" + forged);
    api().get("/api/audit/ee/exchanges/" + forged);

    assertThat(output.getAll()).doesNotContain("all is well");
  }

  private void assertRefused(String token) {
    for (String path : LEDGER) {
      assertThat(apiOf(token).get(path).statusCode()).as(path).isEqualTo(403);
    }
  }
}
