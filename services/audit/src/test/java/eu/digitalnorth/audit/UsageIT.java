package eu.digitalnorth.audit;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import eu.digitalnorth.restsecurity.fixture.TestIssuer;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;

/** The citizen's data tracker. The personal codes are official test numbers (facts). */
@ExtendWith(OutputCaptureExtension.class)
class UsageIT extends RunningAudit {
  private static final String ONE = "60001017869";
  private static final String ANOTHER = "39901012239";
  private static final String NORWEGIAN = "16822548834";

  @Test
  void tellsCitizensWhoUsedTheirDataWithTheFieldNamesOfEstoniasDataTracker() {
    String subject = pseudonym("ee-isikukood", ONE);
    publish(
        List.of(
            record(AuditEvents.received(ESTONIA, exchange)),
            record(AuditEvents.decided(ESTONIA, exchange, subject)),
            record(AuditEvents.sent(ESTONIA, exchange, subject))));
    awaitEntries(3);

    HttpResponse<String> answer = apiOf(estonian(ONE)).post("/api/audit/ee/usage", "{}");

    assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    assertThatJson(answer.body())
        .isEqualTo(
            """
            {"totalUsages": 1, "usages": [
              {"logtime": "2026-11-22T12:00:00.120Z", "action": "Evidence DIPLOMA: PROVIDED",
               "receiverCode": "NO:university-admissions", "receiverName": "Samordna opptak",
               "receiverSystem": "urn:digital-north:no:portal", "reason": "T2",
               "system": "urn:digital-north:ee:evidence", "hidden": false}]}
            """);
  }

  @Test
  void pagesUsagesAndCountsThemAll() {
    String subject = pseudonym("ee-isikukood", ANOTHER);
    publish(
        IntStream.range(0, 5)
            .mapToObj(
                second ->
                    AuditEvents.decided(ESTONIA, exchange, subject)
                        .setOccurredAt(AuditEvents.NOON.plusSeconds(second)))
            .map(RunningAudit::record)
            .toList());
    awaitEntries(5);

    String period = "&periodStart=2026-11-22T12:00:02Z&periodEnd=2026-11-22";
    JsonNode page =
        apiOf(estonian(ANOTHER)).json("/api/audit/ee/v2/findUsage?offset=1&limit=1" + period);

    assertThat(page.get("totalUsages").asLong()).isEqualTo(3);
    assertThat(page.get("usages").size()).isEqualTo(1);
    assertThat(page.at("/usages/0/logtime").asString()).isEqualTo("2026-11-22T12:00:03.120Z");
  }

  @Test
  void knowsPeopleByAnotherCountrysIdentifierToo() {
    String subject = pseudonym("no-fodselsnummer", NORWEGIAN);
    publish(List.of(record(AuditEvents.decided(ESTONIA, exchange, subject))));
    awaitEntries(1);

    JsonNode usage =
        AuditApi.json(
            apiOf(TestIssuer.shared().citizen("NO", "no-fodselsnummer", NORWEGIAN))
                .post("/api/audit/ee/usage", "{}"));

    assertThat(usage.get("totalUsages").asLong()).isEqualTo(1);
  }

  @Test
  void leavesNoPersonalCodeInErrorsOrLogs(CapturedOutput output) throws IOException {
    AuditApi citizen = apiOf(estonian(ONE));
    String query = "/api/audit/ee/v2/findUsage?";
    List<String> answers =
        List.of(
            citizen.get(query + "userCode=" + ANOTHER).body(),
            citizen.get(query + "limit=" + ONE).body(),
            citizen.get(query + "periodStart=" + ONE).body(),
            citizen.post("/api/audit/ee/usage", '"' + ONE + '"').body(),
            citizen.post("/api/audit/ee/usage", "{\"limit\": \"" + ONE + "\"}").body(),
            citizen.raw("GET " + query + ONE + "|{} HTTP/1.1"));

    assertThatJson(answers.getFirst())
        .inPath("detail")
        .isEqualTo("userCode is not asked for: it is in your token");
    assertThat(answers).allSatisfy(answer -> assertThat(answer).contains("400"));
    assertThat(answers).noneSatisfy(answer -> assertThat(answer).containsAnyOf(ONE, ANOTHER));
    assertThat(output.getAll()).doesNotContain(ONE, ANOTHER);
  }

  @ParameterizedTest
  @ValueSource(strings = {"lv", "xx"})
  void knowsOnlyTheLedgersThatItServes(String country) {
    HttpResponse<String> answer = api().get("/api/audit/" + country + "/entries");

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
  }

  private static String estonian(String identifier) {
    return TestIssuer.shared().citizen("EE", "ee-isikukood", identifier);
  }

  private static String pseudonym(String scheme, String identifier) {
    return EXCHANGES.keys().pseudonyms(ESTONIA).of(scheme, identifier);
  }
}
