package eu.digitalnorth.evidence.domain;

import static eu.digitalnorth.evidence.domain.RefusalReason.ATTESTATION_EXPIRED;
import static eu.digitalnorth.evidence.domain.RefusalReason.ATTESTATION_INVALID;
import static eu.digitalnorth.evidence.domain.RefusalReason.ATTESTATION_REVOKED;
import static eu.digitalnorth.evidence.domain.RefusalReason.ATTESTATION_STATUS_UNKNOWN;
import static eu.digitalnorth.evidence.domain.RefusalReason.EVIDENCE_TYPE_NOT_SUPPORTED;
import static eu.digitalnorth.evidence.domain.RefusalReason.INVALID_REQUEST;
import static eu.digitalnorth.evidence.domain.RefusalReason.LEVEL_OF_ASSURANCE_TOO_LOW;
import static eu.digitalnorth.evidence.domain.RefusalReason.NO_ACCESS_AGREEMENT;
import static eu.digitalnorth.evidence.domain.RefusalReason.NO_EXPLICIT_REQUEST;
import static eu.digitalnorth.evidence.domain.RefusalReason.REQUEST_EXPIRED;
import static eu.digitalnorth.evidence.domain.Requests.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import eu.digitalnorth.country.AuthorityId;
import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.country.CountryProfiles;
import eu.digitalnorth.country.EvidenceTypeCode;
import eu.digitalnorth.country.LevelOfAssurance;
import eu.digitalnorth.country.ProcedureCode;
import eu.digitalnorth.country.identifier.PersonIdentifier;
import eu.digitalnorth.evidence.domain.Presented.Fault;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EvidenceRulesTest {
  private static final CountryProfiles PROFILES = CountryProfiles.load();

  private final Requests requests = new Requests();
  private Standing standing = Standing.VALID;

  @Test
  void nothingIsWrongWithAnOrdinaryRequest() {
    assertThat(EvidenceRules.refusalOf(asked())).isEmpty();
  }

  @Test
  void theRulesHaveTheOrderOfTheContract() {
    assertThat(EvidenceRules.IN_ORDER.stream().map(Rule::reason).distinct())
        .containsExactly(
            REQUEST_EXPIRED,
            INVALID_REQUEST,
            EVIDENCE_TYPE_NOT_SUPPORTED,
            ATTESTATION_INVALID,
            ATTESTATION_EXPIRED,
            ATTESTATION_STATUS_UNKNOWN,
            ATTESTATION_REVOKED,
            NO_EXPLICIT_REQUEST,
            NO_ACCESS_AGREEMENT,
            LEVEL_OF_ASSURANCE_TOO_LOW);
  }

  @Test
  void aRuleOfItsOwnRefusesEachFault() {
    List<Consumer<Requests>> faults =
        List.of(
            r -> r.expiresAt = NOW,
            r -> r.specification = "oots-edm:v1.0",
            r -> r.issuedAt = r.expiresAt,
            r -> r.procedure = null,
            r -> r.requester = null,
            r -> r.responseKey = null,
            r -> r.type = null,
            r -> r.type = EvidenceTypeCode.COMPANY_REGISTRATION,
            r -> r.fault = Fault.FORM,
            r -> r.fault = Fault.SIGNATURE,
            r -> r.fault = Fault.DISCLOSURES,
            r -> r.attestationId = UUID.randomUUID(),
            r -> r.fault = Fault.NOT_YET_VALID,
            r -> r.fault = Fault.EXPIRED,
            r -> r.fault = Fault.AUDIENCE,
            r -> r.fault = Fault.EXCHANGE,
            r -> r.person = null,
            r -> standing = Standing.UNKNOWN,
            r -> standing = Standing.REVOKED,
            r -> r.explicit = false,
            r -> r.procedure = ProcedureCode.STUDY_FINANCE,
            r -> r.level = LevelOfAssurance.SUBSTANTIAL);

    assertThat(faults.stream().map(this::refusalFor))
        .containsExactlyElementsOf(EvidenceRules.IN_ORDER.stream().map(Rule::refusal).toList());
  }

  @Test
  void theFirstRuleThatDoesNotHoldDecides() {
    requests.expiresAt = NOW;
    requests.explicit = false;
    requests.fault = Fault.FORM;

    assertRefused(REQUEST_EXPIRED);
  }

  @Test
  void aRequesterOfAnotherCountryIsInvalid() {
    requests.requester = new AuthorityId("SE:university-admissions");

    assertRefused(INVALID_REQUEST);
  }

  @ParameterizedTest
  @EnumSource
  void noFaultOfAnAttestationIsLetPass(Fault fault) {
    requests.fault = fault;

    assertThat(EvidenceRules.refusalOf(asked()))
        .hasValueSatisfying(
            refusal ->
                assertThat(refusal.reason())
                    .isEqualTo(fault == Fault.EXPIRED ? ATTESTATION_EXPIRED : ATTESTATION_INVALID));
  }

  @Test
  void aSuspendedAttestationIsNotAccepted() {
    standing = Standing.SUSPENDED;

    assertRefused(ATTESTATION_REVOKED);
  }

  @Test
  void anIdentifierThatIsNoneIsInvalid() {
    requests.person = null;

    assertRefused(ATTESTATION_INVALID);
  }

  @Test
  void anIdentifierForAnotherCountryIsInvalid() {
    requests.person = PersonIdentifier.parse("EE/SE/60001017869");

    assertRefused(ATTESTATION_INVALID);
  }

  @Test
  void aCompanyOfACountryThatDidNotAttestItIsInvalid() {
    requests.company = Requests.company("LV/NO/90000016");

    assertRefused(ATTESTATION_INVALID);
  }

  @Test
  void anAuthorityThatDoesNotRunTheProcedureHasNoAgreement() {
    requests.requester = new AuthorityId("NO:procurement");

    assertRefused(NO_ACCESS_AGREEMENT);
  }

  @Test
  void anAuthorityThatNobodyKnowsHasNoAgreement() {
    requests.requester = new AuthorityId("NO:nobody");

    assertRefused(NO_ACCESS_AGREEMENT);
  }

  @Test
  void anUnknownLevelIsTooLow() {
    requests.level = null;

    assertRefused(LEVEL_OF_ASSURANCE_TOO_LOW);
  }

  @Test
  void noRuleFailsOnARequestThatAnEarlierOneRefuses() {
    requests.procedure = null;
    requests.requester = null;
    requests.type = null;
    requests.fault = Fault.FORM;
    requests.attestingCountry = null;
    Case worst = asked();

    assertThat(EvidenceRules.IN_ORDER.stream().filter(rule -> !rule.holds().test(worst)))
        .hasSizeGreaterThan(4);
  }

  private Outcome.Refused refusalFor(Consumer<Requests> fault) {
    Requests faulty = new Requests();
    standing = Standing.VALID;
    fault.accept(faulty);
    return EvidenceRules.refusalOf(asked(faulty)).orElseThrow();
  }

  private void assertRefused(RefusalReason reason) {
    assertThat(EvidenceRules.refusalOf(asked()))
        .hasValueSatisfying(refusal -> assertThat(refusal.reason()).isEqualTo(reason));
  }

  private Case asked() {
    return asked(requests);
  }

  private Case asked(Requests requests) {
    return new Case(requests.build(), PROFILES.get(new CountryCode("EE")), PROFILES, standing, NOW);
  }
}
