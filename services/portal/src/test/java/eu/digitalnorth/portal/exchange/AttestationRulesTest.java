package eu.digitalnorth.portal.exchange;

import static eu.digitalnorth.portal.exchange.Fixtures.ATTESTATION;
import static eu.digitalnorth.portal.exchange.Fixtures.NOW;
import static eu.digitalnorth.portal.exchange.Fixtures.exchange;
import static eu.digitalnorth.portal.exchange.Fixtures.issued;
import static org.assertj.core.api.Assertions.assertThat;

import eu.digitalnorth.country.EvidenceTypeCode;
import eu.digitalnorth.country.LevelOfAssurance;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AttestationRulesTest {
  @Test
  void whatWasAskedForIsAccepted() {
    assertThat(exchange().objectionTo(issued(), genuine(LevelOfAssurance.HIGH))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void whatIsNotGenuineIsNot(Verdict.Fault fault) {
    assertObjection(issued(), new Verdict.Faulty(fault), fault.words());
  }

  @Test
  void aLowerLevelIsNot() {
    assertObjection(
        clear(LevelOfAssurance.SUBSTANTIAL), genuine(LevelOfAssurance.SUBSTANTIAL), "level");
  }

  @Test
  void anUnknownLevelIsNot() {
    assertObjection(clear(null), genuine(null), "level");
  }

  @Test
  void oneThatSaysAnotherLevelInClearIsNot() {
    assertObjection(issued(), genuine(LevelOfAssurance.SUBSTANTIAL), "in clear");
  }

  @Test
  void oneThatSaysAnotherTimeInClearIsNot() {
    assertObjection(
        issued(),
        new Verdict.Genuine(ATTESTATION, LevelOfAssurance.HIGH, NOW.plusSeconds(301)),
        "in clear");
  }

  @Test
  void oneThatHasAnotherNameInClearIsNot() {
    assertObjection(
        issued(),
        new Verdict.Genuine(UUID.randomUUID(), LevelOfAssurance.HIGH, NOW.plusSeconds(300)),
        "in clear");
  }

  @Test
  void evidenceOfACompanyIsAboutTheCompany() {
    assertThat(exchange().subjectOf(EvidenceTypeCode.COMPANY_REGISTRATION)).isEqualTo("company");
    assertThat(exchange().subjectOf(EvidenceTypeCode.DIPLOMA)).isEqualTo("citizen");
  }

  private static AttestationAnswer.Issued clear(@Nullable LevelOfAssurance level) {
    return new AttestationAnswer.Issued(ATTESTATION, level, NOW.plusSeconds(300));
  }

  private static Verdict genuine(@Nullable LevelOfAssurance level) {
    return new Verdict.Genuine(ATTESTATION, level, NOW.plusSeconds(300));
  }

  private static void assertObjection(AttestationAnswer.Issued clear, Verdict verdict, String why) {
    assertThat(exchange().objectionTo(clear, verdict))
        .hasValueSatisfying(
            refusal -> {
              assertThat(refusal.reason()).isEqualTo("ATTESTATION_NOT_AS_ASKED");
              assertThat(refusal.stage()).isEqualTo(Refusal.Stage.PORTAL);
              assertThat(refusal.explanation()).contains(why);
            });
  }
}
