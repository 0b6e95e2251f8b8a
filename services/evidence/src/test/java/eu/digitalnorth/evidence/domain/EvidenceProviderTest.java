package eu.digitalnorth.evidence.domain;

import static eu.digitalnorth.evidence.domain.Registered.BACHELOR;
import static eu.digitalnorth.evidence.domain.Registered.MASTER;
import static eu.digitalnorth.evidence.domain.Registered.SECOND_MASTER;
import static org.assertj.core.api.Assertions.assertThat;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.country.CountryProfiles;
import eu.digitalnorth.country.EvidenceTypeCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class EvidenceProviderTest {
  private static final CountryProfiles PROFILES = CountryProfiles.load();

  private final EvidenceProvider estonia =
      new EvidenceProvider(PROFILES.get(new CountryCode("EE")), PROFILES);
  private final Requests requests = new Requests();
  private final RegisterEntry.Person person =
      Registered.person(List.of(SECOND_MASTER, MASTER, BACHELOR), null);
  private final RegisterEntry.Company company = Registered.company();

  @Test
  void evidenceOfAPersonIsAboutTheCitizen() {
    requests.company = Requests.company("EE/NO/90000016");

    assertThat(EvidenceProvider.subjectOf(requests.build()))
        .contains(new SubjectId(SubjectId.Kind.PERSON, "ee-isikukood", "60001017869"));
  }

  @Test
  void aCompanyRegistrationIsAboutTheCompany() {
    requests.type = EvidenceTypeCode.COMPANY_REGISTRATION;
    requests.company = Requests.company("EE/NO/90000016");

    assertThat(EvidenceProvider.subjectOf(requests.build()))
        .contains(new SubjectId(SubjectId.Kind.COMPANY, "ee-registrikood", "90000016"));
  }

  @Test
  void aTaxClearanceIsAboutTheCompanyWhereThereIsOne() {
    requests.type = EvidenceTypeCode.TAX_CLEARANCE;
    requests.company = Requests.company("EE/NO/90000016");

    assertThat(EvidenceProvider.subjectOf(requests.build()))
        .map(SubjectId::kind)
        .contains(SubjectId.Kind.COMPANY);
  }

  @Test
  void aTaxClearanceIsAboutTheCitizenWhereThereIsNoCompany() {
    requests.type = EvidenceTypeCode.TAX_CLEARANCE;

    assertThat(EvidenceProvider.subjectOf(requests.build()))
        .map(SubjectId::kind)
        .contains(SubjectId.Kind.PERSON);
  }

  @Test
  void aRequestWithAnAttestationThatIsNotGenuineIsAboutNobody() {
    requests.fault = Presented.Fault.SIGNATURE;

    assertThat(EvidenceProvider.subjectOf(requests.build())).isEmpty();
  }

  @Test
  void aSubjectPrintsNoIdentifier() {
    assertThat(EvidenceProvider.subjectOf(requests.build()).orElseThrow().toString())
        .doesNotContain("60001017869");
  }

  @Test
  void aDiplomaListsTheQualificationsOldestFirst() {
    assertThat(provided(EvidenceTypeCode.DIPLOMA, person))
        .isEqualTo(
            new Evidence.Diploma(
                person, List.of(BACHELOR, MASTER, SECOND_MASTER), "Eesti Hariduse Infosüsteem"));
  }

  @Test
  void aBirthIsProvenByThePopulationRegister() {
    assertThat(provided(EvidenceTypeCode.BIRTH, person))
        .isEqualTo(new Evidence.Birth(person, "Rahvastikuregister"));
  }

  @Test
  void aResidenceTellsOfADoubleAddress() {
    assertThat(provided(EvidenceTypeCode.RESIDENCE, person))
        .isEqualTo(
            new Evidence.Residence(
                person,
                Registered.HOME,
                Instant.parse("2020-05-01T08:00:00Z"),
                true,
                "Rahvastikuregister"));
  }

  @Test
  void aCompanyIsProvenByTheBusinessRegister() {
    assertThat(provided(EvidenceTypeCode.COMPANY_REGISTRATION, company))
        .isEqualTo(new Evidence.CompanyRegistration(company, "Äriregister"));
  }

  @Test
  void aTaxpayerMayBeEither() {
    assertThat(provided(EvidenceTypeCode.TAX_CLEARANCE, company))
        .isEqualTo(new Evidence.TaxClearance(company, "Maksu- ja Tolliamet"));
    assertThat(provided(EvidenceTypeCode.TAX_CLEARANCE, person))
        .isEqualTo(new Evidence.TaxClearance(person, "Maksu- ja Tolliamet"));
  }

  @Test
  void somebodyUnknownIsNotFound() {
    assertThat(estonia.outcomeOf(requests.build(), null).name())
        .isEqualTo("EDM_ERR_0004:SUBJECT_NOT_FOUND");
  }

  @Test
  void whoHasNoDiplomaHasNoSuchEvidence() {
    assertThat(outcome(EvidenceTypeCode.DIPLOMA, Registered.person(List.of(), null)).name())
        .isEqualTo("EDM_ERR_0004:EVIDENCE_NOT_FOUND");
  }

  @Test
  void theDeadResideNowhere() {
    RegisterEntry.Person deceased = Registered.person(List.of(), LocalDate.of(2026, 1, 2));

    assertThat(outcome(EvidenceTypeCode.RESIDENCE, deceased).name())
        .isEqualTo("EDM_ERR_0004:EVIDENCE_NOT_FOUND");
  }

  @Test
  void aCompanyHasNoBirthAndAPersonNoRegistration() {
    assertThat(outcome(EvidenceTypeCode.BIRTH, company).name())
        .isEqualTo("EDM_ERR_0004:EVIDENCE_NOT_FOUND");
    assertThat(outcome(EvidenceTypeCode.COMPANY_REGISTRATION, person).name())
        .isEqualTo("EDM_ERR_0004:EVIDENCE_NOT_FOUND");
  }

  @Test
  void everyTypeHasItsAuthorityAndAnUnknownOneThePopulationRegisters() {
    assertThat(estonia.authorityFor(EvidenceTypeCode.DIPLOMA).id().value())
        .isEqualTo("EE:education-authority");
    assertThat(estonia.authorityFor(null).id().value()).isEqualTo("EE:population-register");
  }

  private Evidence provided(EvidenceTypeCode type, RegisterEntry entry) {
    return ((Outcome.Provided) outcome(type, entry)).evidence();
  }

  private Outcome outcome(EvidenceTypeCode type, RegisterEntry entry) {
    requests.type = type;
    return estonia.outcomeOf(requests.build(), entry);
  }
}
