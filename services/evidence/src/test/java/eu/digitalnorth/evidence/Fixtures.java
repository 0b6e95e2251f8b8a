package eu.digitalnorth.evidence;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.messaging.fixture.Personal;
import eu.digitalnorth.messaging.fixture.TestAttestation;
import eu.digitalnorth.messaging.fixture.TestEid;
import eu.digitalnorth.schemas.eid.Gender;
import eu.digitalnorth.schemas.evidence.EvidenceRequest;
import eu.digitalnorth.schemas.register.Address;
import eu.digitalnorth.schemas.register.Company;
import eu.digitalnorth.schemas.register.CompanyStatus;
import eu.digitalnorth.schemas.register.Diploma;
import eu.digitalnorth.schemas.register.ForeignIdentifier;
import eu.digitalnorth.schemas.register.Kinship;
import eu.digitalnorth.schemas.register.Person;
import eu.digitalnorth.schemas.register.Relative;
import eu.digitalnorth.schemas.register.Representative;
import eu.digitalnorth.schemas.register.RepresentativeRole;
import eu.digitalnorth.schemas.register.TaxStatus;
import eu.digitalnorth.schemas.wire.Authority;
import eu.digitalnorth.schemas.wire.EvidenceType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** An Estonian student, her company, and a Norwegian university that asks for her evidence. */
public final class Fixtures {
  public static final CountryCode ESTONIA = new CountryCode("EE");
  public static final String PERSON_SCHEME = "ee-isikukood";
  public static final String COMPANY_SCHEME = "ee-registrikood";

  /** Official test number. */
  public static final String STUDENT = "60001017869";

  public static final String STUDENT_IN_FINLAND = "010594Y9032";
  public static final String WITHOUT_DIPLOMA = "39901012239";
  public static final String COMPANY = "90000016";
  public static final Authority UNIVERSITY =
      new Authority("NO", "NO:university-admissions", "Samordna opptak");
  public static final Authority FOLKEREGISTER =
      new Authority("NO", "NO:population-register", "Skatteetaten (folkeregisteret)");
  public static final Authority BUSINESS_REGISTER =
      new Authority("NO", "NO:business-register", "Brønnøysundregistrene");
  public static final Authority PROCUREMENT =
      new Authority("NO", "NO:procurement", "Statens innkjøpssenter");

  private Fixtures() {}

  public static Person student() {
    return new Person(
        PERSON_SCHEME,
        STUDENT,
        List.of(new ForeignIdentifier("FI", "fi-henkilotunnus", STUDENT_IN_FINLAND)),
        "Mägi",
        "Õie",
        "Magi",
        "Oie",
        "Põld",
        LocalDate.of(2000, 1, 1),
        "Tartu",
        "EE",
        Gender.FEMALE,
        List.of("EE"),
        home(),
        Instant.parse("2020-05-01T08:00:00Z"),
        null,
        null,
        List.of(
            relative(Kinship.PARENT, "Jüri Põld"),
            relative(Kinship.SPOUSE, "Karl Mägi"),
            relative(Kinship.PARENT, "Aino Põld")),
        List.of(master(), bachelor()),
        clear(),
        null);
  }

  public static Person withoutDiploma() {
    return Person.newBuilder(student())
        .setIdentifier(WITHOUT_DIPLOMA)
        .setForeignIdentifiers(List.of())
        .setDiplomas(List.of())
        .build();
  }

  public static Company company() {
    return new Company(
        COMPANY_SCHEME,
        COMPANY,
        "EEBUS." + COMPANY,
        "Õunaaed OÜ",
        "osaühing",
        CompanyStatus.ACTIVE,
        LocalDate.of(2019, 3, 4),
        home(),
        "EE100000000",
        List.of(owner()),
        new TaxStatus(false, LocalDate.of(2026, 11, 1), new BigDecimal("120.50"), "EUR"));
  }

  public static Address home() {
    return new Address("Rüütli", "7", "51007", "Tartu", "Tartumaa", "EE");
  }

  public static Diploma bachelor() {
    return new Diploma("BA-1", "Bakalaureus", "Tartu Ülikool", 6, LocalDate.of(2021, 6, 20));
  }

  public static Diploma master() {
    return new Diploma("MA-1", "Magister", "Tartu Ülikool", 7, LocalDate.of(2023, 6, 20));
  }

  public static Representative owner() {
    return new Representative(
        PERSON_SCHEME,
        STUDENT,
        "Mägi",
        "Õie",
        LocalDate.of(2000, 1, 1),
        RepresentativeRole.OWNER,
        false,
        LocalDate.of(2019, 3, 4));
  }

  public static TaxStatus clear() {
    return new TaxStatus(true, LocalDate.of(2026, 11, 1), new BigDecimal("0.00"), "EUR");
  }

  /** In whole milliseconds, as messages have it. */
  public static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS);
  }

  /** The student's attestation for the university, at level high, valid for five minutes. */
  public static TestAttestation attestation(TestEid eid) {
    return attestationFor(eid, UNIVERSITY);
  }

  /** The student's attestation for an authority of Norway. */
  public static TestAttestation attestationFor(TestEid eid, Authority requester) {
    return new TestAttestation(eid, requester.getId(), UUID.randomUUID())
        .of(PERSON_SCHEME, "EE/NO/" + STUDENT);
  }

  /** The company's attestation, whose owner the student is. */
  public static TestAttestation companyAttestationFor(TestEid eid, Authority requester) {
    return attestationFor(eid, requester)
        .actingFor(COMPANY_SCHEME, "EE/NO/" + COMPANY, "Õunaaed OÜ");
  }

  /** The request of the attestation's audience for an evidence in a procedure. */
  public static EvidenceRequest request(
      TestAttestation attestation, Authority requester, String procedure, EvidenceType type) {
    return EvidenceRequest.newBuilder(request(attestation))
        .setRequester(requester)
        .setProcedure(procedure)
        .setEvidenceType(type)
        .build();
  }

  /** The university's request for the diploma of whom this attestation is about. */
  public static EvidenceRequest request(TestAttestation attestation) {
    Instant now = now();
    return EvidenceRequest.newBuilder()
        .setExchangeId(attestation.exchangeId)
        .setIssuedAt(now)
        .setExpiresAt(now.plus(5, ChronoUnit.MINUTES))
        .setProcedure("T2")
        .setEvidenceType(EvidenceType.DIPLOMA)
        .setRequester(UNIVERSITY)
        .setProviderCountry("EE")
        .setExplicitRequestGiven(true)
        .setPossibilityForPreview(false)
        .setAttestingCountry(attestation.eid.country().value())
        .setAttestationId(attestation.id)
        .setAttestation(attestation.sealedTo(ESTONIA))
        .setResponseKey(Personal.responseKey())
        .build();
  }

  private static Relative relative(Kinship kinship, String name) {
    return new Relative(kinship, PERSON_SCHEME, "37001010002", name, "EE");
  }
}
