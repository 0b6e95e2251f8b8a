package eu.digitalnorth.attestation;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.country.CountryProfile;
import eu.digitalnorth.country.CountryProfiles;
import eu.digitalnorth.country.identifier.IdentifierSchemes;
import eu.digitalnorth.country.identifier.PersonScheme.Sex;
import eu.digitalnorth.messaging.envelope.RawRecord;
import eu.digitalnorth.messaging.envelope.Source;
import eu.digitalnorth.messaging.fixture.ExchangeFixture;
import eu.digitalnorth.messaging.fixture.Personal;
import eu.digitalnorth.messaging.topic.Topic;
import eu.digitalnorth.messaging.topic.TopicCatalogue;
import eu.digitalnorth.restsecurity.fixture.TestIssuer;
import eu.digitalnorth.schemas.eid.Gender;
import eu.digitalnorth.schemas.register.Address;
import eu.digitalnorth.schemas.register.Company;
import eu.digitalnorth.schemas.register.CompanyChange;
import eu.digitalnorth.schemas.register.CompanyStatus;
import eu.digitalnorth.schemas.register.Person;
import eu.digitalnorth.schemas.register.PersonChange;
import eu.digitalnorth.schemas.register.Representative;
import eu.digitalnorth.schemas.register.RepresentativeRole;
import eu.digitalnorth.schemas.register.TaxStatus;
import eu.digitalnorth.trust.KeyDirectory;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;

/** People and companies of one country, and the rows that its registry publishes of them. */
final class Registered {
  static final LocalDate BORN = LocalDate.of(1999, 1, 1);
  private static final TaxStatus CLEAR =
      new TaxStatus(true, LocalDate.of(2026, 1, 1), new BigDecimal("0.00"), "EUR");
  private static final Instant CHANGED = Instant.parse("2026-01-01T00:00:00Z");

  private final CountryCode country;
  private final CountryProfile profile;
  private final List<String> identifiers;
  private final String companyNumber;
  private final KeyDirectory keys;
  private final ExchangeFixture exchange;

  Registered(CountryCode country, ExchangeFixture exchange) {
    IdentifierSchemes schemes = new IdentifierSchemes(Clock.systemUTC());
    this.country = country;
    this.profile = CountryProfiles.load().get(country);
    this.identifiers = schemes.people(profile).synthetic(BORN, Sex.FEMALE).limit(5).toList();
    this.companyNumber = schemes.companies(profile).synthetic().findFirst().orElseThrow();
    this.keys = exchange.keys();
    this.exchange = exchange;
  }

  String personScheme() {
    return profile.personScheme();
  }

  String companyScheme() {
    return profile.companyScheme();
  }

  String citizen() {
    return identifiers.get(0);
  }

  String deceased() {
    return identifiers.get(1);
  }

  String owner() {
    return identifiers.get(2);
  }

  /** Well-formed, but nobody's. */
  String nobody() {
    return identifiers.get(3);
  }

  /** Somebody who is alive until a test says otherwise. */
  String mortal() {
    return identifiers.get(4);
  }

  String company() {
    return companyNumber;
  }

  /** With which somebody shows who they are. */
  String token(String identifier) {
    return TestIssuer.shared().citizen(country.value(), personScheme(), identifier);
  }

  String pseudonym(String scheme, String identifier) {
    return keys.pseudonyms(country).of(scheme, identifier);
  }

  void publish() {
    Person deceased = person(deceased(), "Kask", "Kask");
    deceased.setDeceasedOn(LocalDate.of(2025, 5, 5));
    exchange
        .topics()
        .publish(
            row(person(citizen(), "Õunapuu", "Ounapuu")),
            row(deceased),
            row(person(owner(), "Tamm", "Tamm")),
            row(person(mortal(), "Saar", "Saar")),
            row(companyRow()));
  }

  /** The mortal is registered as dead. */
  void registerDeath() {
    Person dead = person(mortal(), "Saar", "Saar");
    dead.setDeceasedOn(LocalDate.of(2026, 11, 22));
    exchange.topics().publish(row(dead, 2));
  }

  private RawRecord row(Person person) {
    return row(person, 1);
  }

  private RawRecord row(Person person, long version) {
    String subject = pseudonym(personScheme(), person.getIdentifier());
    return record(
        TopicCatalogue.PERSON_CHANGE,
        subject,
        PersonChange.newBuilder()
            .setCountry(country.value())
            .setSubject(subject)
            .setVersion(version)
            .setChangedAt(CHANGED)
            .setPerson(Personal.sealedTo(country, person, subject))
            .build());
  }

  private RawRecord row(Company company) {
    String subject = pseudonym(companyScheme(), company.getIdentifier());
    return record(
        TopicCatalogue.COMPANY_CHANGE,
        subject,
        CompanyChange.newBuilder()
            .setCountry(country.value())
            .setSubject(subject)
            .setVersion(1)
            .setChangedAt(CHANGED)
            .setCompany(Personal.sealedTo(country, company, subject))
            .build());
  }

  private <R extends SpecificRecord> RawRecord record(Topic<R> topic, String subject, R change) {
    Source registry = new Source(country, "registry");
    return exchange.record(UUID.randomUUID(), topic, country, registry, subject, change);
  }

  private Person person(String identifier, String familyName, String latin) {
    return Person.newBuilder()
        .setIdentifierScheme(personScheme())
        .setIdentifier(identifier)
        .setFamilyName(familyName)
        .setGivenName("Anna")
        .setFamilyNameTransliterated(latin)
        .setGivenNameTransliterated("Anna")
        .setDateOfBirth(BORN)
        .setPlaceOfBirth("Tartu")
        .setCountryOfBirth("EE")
        .setGender(Gender.FEMALE)
        .setNationalities(List.of(country.value()))
        .setAddress(address())
        .setAddressRegisteredAt(CHANGED)
        .setTaxStatus(CLEAR)
        .build();
  }

  private Company companyRow() {
    return Company.newBuilder()
        .setIdentifierScheme(companyScheme())
        .setIdentifier(companyNumber)
        .setEuid(country.value() + "BUS." + companyNumber)
        .setLegalName("Tamm OÜ")
        .setLegalForm("OÜ")
        .setStatus(CompanyStatus.ACTIVE)
        .setRegisteredOn(LocalDate.of(2020, 2, 2))
        .setAddress(address())
        .setRepresentatives(
            List.of(
                Representative.newBuilder()
                    .setIdentifierScheme(personScheme())
                    .setIdentifier(owner())
                    .setFamilyName("Tamm")
                    .setGivenName("Anna")
                    .setDateOfBirth(BORN)
                    .setRole(RepresentativeRole.OWNER)
                    .setSince(LocalDate.of(2020, 2, 2))
                    .build()))
        .setTaxStatus(CLEAR)
        .build();
  }

  private static Address address() {
    return Address.newBuilder()
        .setStreetAddress("Pikk")
        .setHouseNumber("12")
        .setPostalCode("10123")
        .setLocality("Tallinn")
        .setCountry("EE")
        .build();
  }
}
