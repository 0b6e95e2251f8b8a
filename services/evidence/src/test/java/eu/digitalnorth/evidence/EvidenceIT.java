package eu.digitalnorth.evidence;

import static eu.digitalnorth.evidence.Fixtures.FOLKEREGISTER;
import static eu.digitalnorth.evidence.Fixtures.PROCUREMENT;
import static org.assertj.core.api.Assertions.assertThat;

import eu.digitalnorth.messaging.envelope.RejectedRecordException;
import eu.digitalnorth.messaging.fixture.Personal;
import eu.digitalnorth.messaging.fixture.TestAttestation;
import eu.digitalnorth.messaging.fixture.TestEid;
import eu.digitalnorth.schemas.evidence.BirthEvidence;
import eu.digitalnorth.schemas.evidence.CompanyRegistrationEvidence;
import eu.digitalnorth.schemas.evidence.DiplomaEvidence;
import eu.digitalnorth.schemas.evidence.EvidenceProvided;
import eu.digitalnorth.schemas.evidence.EvidenceRequest;
import eu.digitalnorth.schemas.evidence.EvidenceResponse;
import eu.digitalnorth.schemas.evidence.ResidenceEvidence;
import eu.digitalnorth.schemas.evidence.Subject;
import eu.digitalnorth.schemas.evidence.TaxClearanceEvidence;
import eu.digitalnorth.schemas.register.Company;
import eu.digitalnorth.schemas.register.Person;
import eu.digitalnorth.schemas.wire.Authority;
import eu.digitalnorth.schemas.wire.EvidenceType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecordBase;
import org.junit.jupiter.api.Test;

/** What Estonia's evidence service provides. */
class EvidenceIT {
  private static final Authority POPULATION_REGISTER =
      new Authority("EE", "EE:population-register", "Siseministeerium");
  private static final Authority BUSINESS_REGISTER =
      new Authority("EE", "EE:business-register", "Tartu Maakohtu registriosakond");
  private static final Authority TAX_ADMINISTRATION =
      new Authority("EE", "EE:tax-administration", "Maksu- ja Tolliamet");
  private static final Authority EDUCATION_AUTHORITY =
      new Authority("EE", "EE:education-authority", "Eesti Hariduse Infosüsteem");

  private final EvidenceService service = EvidenceService.ofEstonia();
  private final TestEid estonia = service.surroundings().estonia();

  @Test
  void aDiplomaIsProvidedForAnApplicationToAUniversity() {
    EvidenceRequest request = Fixtures.request(Fixtures.attestation(estonia));

    EvidenceResponse response = service.answerTo(request);

    assertProvided(response, request, EDUCATION_AUTHORITY, diploma());
  }

  @Test
  void aCitizenOfAnotherCountryIsFoundByTheIdentifierThere() {
    TestEid finland = service.surroundings().eid(Surroundings.FI);
    service.surroundings().publish(finland);
    TestAttestation finnish =
        new TestAttestation(finland, Fixtures.UNIVERSITY.getId(), UUID.randomUUID())
            .of("fi-henkilotunnus", "FI/NO/" + Fixtures.STUDENT_IN_FINLAND);
    EvidenceRequest request = Fixtures.request(finnish);

    EvidenceResponse response = service.answerTo(request);

    assertProvided(response, request, EDUCATION_AUTHORITY, diploma());
  }

  @Test
  void aBirthIsProvenForAChangeOfAddress() {
    EvidenceRequest request =
        Fixtures.request(
            Fixtures.attestationFor(estonia, FOLKEREGISTER),
            FOLKEREGISTER,
            "V1",
            EvidenceType.BIRTH);

    EvidenceResponse response = service.answerTo(request);

    assertProvided(
        response,
        request,
        POPULATION_REGISTER,
        new BirthEvidence(
            student(),
            "Tartu",
            "EE",
            "Põld",
            List.of("Jüri Põld", "Aino Põld"),
            "Rahvastikuregister"));
  }

  @Test
  void aResidenceIsProvenForAChangeOfAddress() {
    EvidenceRequest request =
        Fixtures.request(
            Fixtures.attestationFor(estonia, FOLKEREGISTER),
            FOLKEREGISTER,
            "V1",
            EvidenceType.RESIDENCE);

    EvidenceResponse response = service.answerTo(request);

    assertProvided(
        response,
        request,
        POPULATION_REGISTER,
        new ResidenceEvidence(
            student(),
            Fixtures.home(),
            Fixtures.student().getAddressRegisteredAt(),
            false,
            "Rahvastikuregister"));
  }

  @Test
  void aCompanyIsShownWithItsRepresentatives() {
    EvidenceRequest request =
        Fixtures.request(
            Fixtures.companyAttestationFor(estonia, Fixtures.BUSINESS_REGISTER),
            Fixtures.BUSINESS_REGISTER,
            "X1",
            EvidenceType.COMPANY_REGISTRATION);

    EvidenceResponse response = service.answerTo(request);

    Company company = Fixtures.company();
    assertProvided(
        response,
        request,
        BUSINESS_REGISTER,
        new CompanyRegistrationEvidence(
            company.getIdentifierScheme(),
            company.getIdentifier(),
            company.getEuid(),
            company.getLegalName(),
            company.getLegalForm(),
            company.getStatus(),
            company.getRegisteredOn(),
            company.getAddress(),
            company.getVatNumber(),
            List.of(Fixtures.owner()),
            "Äriregister"));
  }

  @Test
  void whatACompanyOwesIsToldForATender() {
    EvidenceRequest request =
        Fixtures.request(
            Fixtures.companyAttestationFor(estonia, PROCUREMENT),
            PROCUREMENT,
            "DIR-2014-24",
            EvidenceType.TAX_CLEARANCE);

    EvidenceResponse response = service.answerTo(request);

    assertProvided(
        response,
        request,
        TAX_ADMINISTRATION,
        new TaxClearanceEvidence(
            Fixtures.COMPANY_SCHEME,
            Fixtures.COMPANY,
            "Õunaaed OÜ",
            false,
            LocalDate.of(2026, 11, 1),
            new BigDecimal("120.50"),
            "EUR",
            "Maksu- ja Tolliamet"));
  }

  @Test
  void aCitizenWhoActsForNoCompanyIsTheTaxpayer() {
    EvidenceRequest request =
        Fixtures.request(
            Fixtures.attestationFor(estonia, PROCUREMENT),
            PROCUREMENT,
            "DIR-2014-24",
            EvidenceType.TAX_CLEARANCE);

    EvidenceResponse response = service.answerTo(request);

    assertProvided(
        response,
        request,
        TAX_ADMINISTRATION,
        new TaxClearanceEvidence(
            Fixtures.PERSON_SCHEME,
            Fixtures.STUDENT,
            "Õie Mägi",
            true,
            LocalDate.of(2026, 11, 1),
            new BigDecimal("0.00"),
            "EUR",
            "Maksu- ja Tolliamet"));
  }

  private static DiplomaEvidence diploma() {
    return new DiplomaEvidence(
        student(), List.of(Fixtures.bachelor(), Fixtures.master()), "Eesti Hariduse Infosüsteem");
  }

  private static Subject student() {
    Person student = Fixtures.student();
    return new Subject(
        student.getIdentifierScheme(),
        student.getIdentifier(),
        student.getFamilyName(),
        student.getGivenName(),
        student.getDateOfBirth());
  }

  /** Compares the whole answer; only its ids and its time are taken from it. */
  private static void assertProvided(
      EvidenceResponse response,
      EvidenceRequest request,
      Authority provider,
      SpecificRecordBase evidence) {
    EvidenceProvided provided = response.getProvided();
    assertThat(provided).isNotNull();
    assertThat(opened(response, evidence.getClass())).isEqualTo(evidence);
    assertThat(response)
        .isEqualTo(
            new EvidenceResponse(
                request.getExchangeId(),
                response.getRequestId(),
                response.getEvidenceResponseId(),
                response.getIssuedAt(),
                provider,
                request.getRequester(),
                request.getEvidenceType(),
                new EvidenceProvided(
                    provided.getIdentifier(),
                    provider,
                    evidence.getSchema().getFullName(),
                    LocalDate.ofInstant(response.getIssuedAt(), ZoneOffset.UTC),
                    "application/avro",
                    provided.getEvidence()),
                null));
  }

  private static SpecificRecordBase opened(
      EvidenceResponse response, Class<? extends SpecificRecordBase> type) {
    try {
      return Personal.answered(
          response.getProvided().getEvidence(), type, response.getExchangeId());
    } catch (RejectedRecordException e) {
      throw new AssertionError(e.explanation(), e);
    }
  }
}
