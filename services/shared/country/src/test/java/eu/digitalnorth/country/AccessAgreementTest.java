package eu.digitalnorth.country;

import static eu.digitalnorth.country.EvidenceTypeCode.BIRTH;
import static eu.digitalnorth.country.EvidenceTypeCode.COMPANY_REGISTRATION;
import static eu.digitalnorth.country.EvidenceTypeCode.DIPLOMA;
import static eu.digitalnorth.country.EvidenceTypeCode.RESIDENCE;
import static eu.digitalnorth.country.EvidenceTypeCode.TAX_CLEARANCE;
import static eu.digitalnorth.country.LevelOfAssurance.HIGH;
import static eu.digitalnorth.country.LevelOfAssurance.SUBSTANTIAL;
import static eu.digitalnorth.country.ProcedureCode.BUSINESS_ACTIVITY;
import static eu.digitalnorth.country.ProcedureCode.CHANGE_OF_ADDRESS;
import static eu.digitalnorth.country.ProcedureCode.PROOF_OF_BIRTH;
import static eu.digitalnorth.country.ProcedureCode.PUBLIC_PROCUREMENT;
import static eu.digitalnorth.country.ProcedureCode.STUDY_FINANCE;
import static eu.digitalnorth.country.ProcedureCode.TERTIARY_ADMISSION;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The agreements that the scenarios of the demonstration stand on, and those that they miss. */
class AccessAgreementTest {

  private final CountryProfiles profiles = CountryProfiles.load();

  @Test
  void aNorwegianUniversityMayAskForAnEstonianDiplomaAtLevelHigh() {
    assertThat(agreement("EE", TERTIARY_ADMISSION, DIPLOMA, "NO:university-admissions"))
        .hasValueSatisfying(one -> assertThat(one.minimumLevel()).isEqualTo(HIGH));
  }

  @Test
  void theLithuanianBusinessRegisterMayAskForANorwegianCompanysRegistration() {
    assertThat(agreement("NO", BUSINESS_ACTIVITY, COMPANY_REGISTRATION, "LT:business-register"))
        .hasValueSatisfying(one -> assertThat(one.minimumLevel()).isEqualTo(SUBSTANTIAL));
  }

  @Test
  void anotherLithuanianAuthorityMayNot() {
    assertThat(agreement("NO", BUSINESS_ACTIVITY, COMPANY_REGISTRATION, "LT:procurement"))
        .isEmpty();
  }

  @Test
  void theSwedishPopulationRegisterMayAskWhereAFinnLives() {
    assertThat(agreement("FI", CHANGE_OF_ADDRESS, RESIDENCE, "SE:population-register"))
        .hasValueSatisfying(one -> assertThat(one.minimumLevel()).isEqualTo(SUBSTANTIAL));
  }

  @Test
  void anAgreementByNameStandsInPlaceOfTheOneWithEverybody() {
    assertThat(agreement("FI", CHANGE_OF_ADDRESS, RESIDENCE, "EE:population-register"))
        .hasValueSatisfying(one -> assertThat(one.minimumLevel()).isEqualTo(HIGH));
    assertThat(agreement("FI", CHANGE_OF_ADDRESS, RESIDENCE, "EE:procurement")).isEmpty();
  }

  @Test
  void danishProcurementMayAskWhetherALatvianCompanyPaidItsTaxes() {
    assertThat(agreement("LV", PUBLIC_PROCUREMENT, TAX_CLEARANCE, "DK:procurement")).isPresent();
  }

  @Test
  void nobodyMayAskIcelandForTaxClearance() {
    assertThat(agreement("IS", PUBLIC_PROCUREMENT, TAX_CLEARANCE, "DK:procurement")).isEmpty();
  }

  @Test
  void nobodyMayAskEstoniaForAProofOfBirthAsSuch() {
    assertThat(agreement("EE", PROOF_OF_BIRTH, BIRTH, "NO:population-register")).isEmpty();
  }

  @Test
  void nobodyMayAskLithuaniaForADiplomaToFinanceStudies() {
    assertThat(agreement("LT", STUDY_FINANCE, DIPLOMA, "SE:study-finance")).isEmpty();
  }

  @Test
  void swedenAsksForALevelThatNoSwedeReaches() {
    LevelOfAssurance reached = profiles.get(CountryCode.of("SE")).eid().highestLevel();

    assertThat(agreement("SE", PROOF_OF_BIRTH, BIRTH, "FI:population-register"))
        .hasValueSatisfying(one -> assertThat(reached.isAtLeast(one.minimumLevel())).isFalse());
  }

  @Test
  void aCountryHasNoAgreementWithItself() {
    assertThat(agreement("EE", TERTIARY_ADMISSION, DIPLOMA, "EE:university-admissions")).isEmpty();
  }

  @Test
  void anAuthorityOfAThirdCountryIsNotTheRequesters() {
    Optional<AccessAgreement> agreement =
        profiles
            .get(CountryCode.of("EE"))
            .agreementFor(
                CountryCode.of("NO"),
                TERTIARY_ADMISSION,
                DIPLOMA,
                new AuthorityId("SE:university-admissions"));

    assertThat(agreement).isEmpty();
  }

  private Optional<AccessAgreement> agreement(
      String provider, ProcedureCode procedure, EvidenceTypeCode type, String requester) {
    AuthorityId authority = new AuthorityId(requester);
    assertThat(profiles.authority(authority)).isPresent();
    return profiles
        .get(CountryCode.of(provider))
        .agreementFor(authority.country(), procedure, type, authority);
  }
}
