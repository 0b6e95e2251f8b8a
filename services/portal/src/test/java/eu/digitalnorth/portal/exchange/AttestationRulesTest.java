package eu.digitalnorth.portal.exchange;

import static eu.digitalnorth.portal.exchange.Fixtures.ATTESTATION;
import static eu.digitalnorth.portal.exchange.Fixtures.EXCHANGE;
import static eu.digitalnorth.portal.exchange.Fixtures.NOW;
import static eu.digitalnorth.portal.exchange.Fixtures.exchange;
import static eu.digitalnorth.portal.exchange.Fixtures.issued;
import static org.assertj.core.api.Assertions.assertThat;

import eu.digitalnorth.country.EvidenceTypeCode;
import eu.digitalnorth.country.LevelOfAssurance;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AttestationRulesTest {
  private static final String REQUESTER = "NO:university-admissions";

  @Test
  void whatWasAskedForIsAccepted() {
    assertThat(exchange().objectionTo(issued())).isEmpty();
  }

  @Test
  void aLowerLevelIsNot() {
    assertObjection(
        attestation(EXCHANGE, REQUESTER, "EE", LevelOfAssurance.SUBSTANTIAL, true), "level");
  }

  @Test
  void anUnknownLevelIsNot() {
    assertObjection(attestation(EXCHANGE, REQUESTER, "EE", null, true), "level");
  }

  @Test
  void anotherExchangesIsNot() {
    assertObjection(
        attestation(UUID.randomUUID(), REQUESTER, "EE", LevelOfAssurance.HIGH, true),
        "another exchange");
  }

  @Test
  void anotherAuthoritysIsNot() {
    assertObjection(
        attestation(EXCHANGE, "NO:study-finance", "EE", LevelOfAssurance.HIGH, true),
        "another authority");
  }

  @Test
  void anotherCountrysIsNot() {
    assertObjection(
        attestation(EXCHANGE, REQUESTER, "LV", LevelOfAssurance.HIGH, true), "another country");
  }

  @Test
  void oneThatContradictsItselfIsNot() {
    assertObjection(
        attestation(EXCHANGE, REQUESTER, "EE", LevelOfAssurance.HIGH, false), "in clear");
  }

  @Test
  void evidenceOfACompanyIsAboutTheCompany() {
    assertThat(exchange().subjectOf(EvidenceTypeCode.COMPANY_REGISTRATION)).isEqualTo("company");
    assertThat(exchange().subjectOf(EvidenceTypeCode.DIPLOMA)).isEqualTo("citizen");
  }

  private static AttestationAnswer.Issued attestation(
      UUID exchangeId,
      String audience,
      String issuer,
      @Nullable LevelOfAssurance level,
      boolean consistent) {
    return new AttestationAnswer.Issued(
        ATTESTATION, exchangeId, audience, issuer, level, NOW.plusSeconds(300), consistent);
  }

  private static void assertObjection(AttestationAnswer.Issued attestation, String why) {
    assertThat(exchange().objectionTo(attestation))
        .hasValueSatisfying(
            refusal -> {
              assertThat(refusal.reason()).isEqualTo("ATTESTATION_NOT_AS_ASKED");
              assertThat(refusal.stage()).isEqualTo(Refusal.Stage.PORTAL);
              assertThat(refusal.explanation()).contains(why);
            });
  }
}
