package eu.digitalnorth.attestation.authentication;

import static eu.digitalnorth.attestation.authentication.Fixtures.A_COMPANY;
import static eu.digitalnorth.attestation.authentication.Fixtures.NORWAY;
import static eu.digitalnorth.attestation.authentication.Fixtures.NOW;
import static eu.digitalnorth.attestation.authentication.Fixtures.ONESELF;
import static eu.digitalnorth.attestation.authentication.Fixtures.SOON;
import static eu.digitalnorth.attestation.authentication.Fixtures.citizen;
import static eu.digitalnorth.attestation.authentication.Fixtures.company;
import static eu.digitalnorth.attestation.authentication.Fixtures.deceased;
import static eu.digitalnorth.attestation.authentication.Fixtures.owner;
import static eu.digitalnorth.attestation.authentication.Fixtures.request;
import static eu.digitalnorth.attestation.authentication.Fixtures.requestAt;
import static eu.digitalnorth.attestation.authentication.Fixtures.requestBy;
import static eu.digitalnorth.attestation.authentication.Fixtures.requestTo;
import static eu.digitalnorth.attestation.authentication.Fixtures.requestWithoutResponseKey;
import static org.assertj.core.api.Assertions.assertThat;

import eu.digitalnorth.attestation.authentication.RegisteredCompany.Representative;
import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.country.CountryProfiles;
import eu.digitalnorth.country.LevelOfAssurance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AuthenticationRulesTest {
  private static final Holder KNOWN = new Holder(citizen(), null);
  private static final Holder NOBODY = new Holder(null, null);

  private final AuthenticationRules rules = new AuthenticationRules(CountryProfiles.load());

  @Test
  void nothingStandsInTheWayOfAKnownCitizen() {
    assertThat(rules.refusal(request(ONESELF), KNOWN, NOW)).isEmpty();
  }

  @Test
  void anExpiredRequestIsRefused() {
    assertThat(rules.refusal(request(ONESELF), KNOWN, SOON)).contains(RefusalReason.EXPIRED_TOKEN);
  }

  @Test
  void aRequestIsInTimeUntilTheMillisecondBefore() {
    assertThat(rules.refusal(request(ONESELF), KNOWN, SOON.minusMillis(1))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "NO:university-admissions, X1", // runs another procedure
    "NO:university-admissions, nonsense",
    "NO:nobody, T2",
    "SE:university-admissions, T2", // presents itself as another country's
    "not an id, T2"
  })
  void anAuthorityThatIsNotKnownToRunTheProcedureIsNotTrusted(String authority, String procedure) {
    RequestingAuthority requester = new RequestingAuthority(NORWAY, authority, "?");

    assertThat(rules.refusal(requestBy(requester, procedure), KNOWN, NOW))
        .contains(RefusalReason.REQUESTER_NOT_TRUSTED);
  }

  @Test
  void anAuthorityOfACountryOutsideIsNotTrusted() {
    RequestingAuthority requester =
        new RequestingAuthority(new CountryCode("XX"), "XX:university-admissions", "?");

    assertThat(rules.refusal(requestBy(requester, "T2"), KNOWN, NOW))
        .contains(RefusalReason.REQUESTER_NOT_TRUSTED);
  }

  @Test
  void aRequestWithoutALevelIsInvalid() {
    assertThat(rules.refusal(requestAt(null), KNOWN, NOW)).contains(RefusalReason.INVALID_REQUEST);
  }

  @Test
  void aRequestWithoutAKeyForTheAnswerIsInvalid() {
    assertThat(rules.refusal(requestWithoutResponseKey(), KNOWN, NOW))
        .contains(RefusalReason.INVALID_REQUEST);
  }

  @Test
  void aLoginHintThatFitsNoSchemeIsInvalid() {
    assertThat(rules.refusal(request(new LoginHint(false, "person", null)), KNOWN, NOW))
        .contains(RefusalReason.INVALID_REQUEST);
  }

  @ParameterizedTest
  @EnumSource(LevelOfAssurance.class)
  void everyLevelUpToTheHighestOfTheSchemeIsOffered(LevelOfAssurance level) {
    assertThat(rules.refusal(requestAt(level), KNOWN, NOW)).isEmpty();
  }

  @Test
  void aLevelAboveTheHighestOfTheSchemeIsNotAvailable() {
    CountryCode substantialOnly = new CountryCode("SE");

    assertThat(rules.refusal(requestTo(substantialOnly, LevelOfAssurance.HIGH), KNOWN, NOW))
        .contains(RefusalReason.LEVEL_OF_ASSURANCE_NOT_AVAILABLE);
  }

  @Test
  void aPersonWhoIsNotRegisteredIsUnknown() {
    assertThat(rules.refusal(request(ONESELF), NOBODY, NOW))
        .contains(RefusalReason.UNKNOWN_SUBJECT);
  }

  @Test
  void theDeadAreNotAuthenticated() {
    assertThat(rules.refusal(request(ONESELF), new Holder(deceased(), null), NOW))
        .contains(RefusalReason.SUBJECT_DECEASED);
  }

  @Test
  void aRepresentativeActsForAnActiveCompany() {
    assertThat(
            rules.refusal(request(A_COMPANY), new Holder(citizen(), company(true, owner())), NOW))
        .isEmpty();
  }

  @Test
  void nobodyActsForACompanyThatIsNotRegistered() {
    assertThat(rules.refusal(request(A_COMPANY), KNOWN, NOW))
        .contains(RefusalReason.NOT_A_REPRESENTATIVE);
  }

  @Test
  void nobodyActsForACompanyThatIsNotActive() {
    assertThat(
            rules.refusal(request(A_COMPANY), new Holder(citizen(), company(false, owner())), NOW))
        .contains(RefusalReason.NOT_A_REPRESENTATIVE);
  }

  @Test
  void aStrangerDoesNotActForACompany() {
    Representative another = new Representative("ee-isikukood", "60001017869");

    assertThat(
            rules.refusal(request(A_COMPANY), new Holder(citizen(), company(true, another)), NOW))
        .contains(RefusalReason.NOT_A_REPRESENTATIVE);
  }

  @Test
  void aRequesterWhoMayNotAskDoesNotLearnWhoIsRegistered() {
    RequestingAuthority stranger = new RequestingAuthority(NORWAY, "NO:nobody", "?");

    assertThat(rules.refusal(requestBy(stranger, "T2"), NOBODY, NOW))
        .contains(RefusalReason.REQUESTER_NOT_TRUSTED);
  }
}
