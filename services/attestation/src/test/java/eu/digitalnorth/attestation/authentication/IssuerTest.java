package eu.digitalnorth.attestation.authentication;

import static eu.digitalnorth.attestation.authentication.Fixtures.A_COMPANY;
import static eu.digitalnorth.attestation.authentication.Fixtures.ESTONIA;
import static eu.digitalnorth.attestation.authentication.Fixtures.NORWAY;
import static eu.digitalnorth.attestation.authentication.Fixtures.NOW;
import static eu.digitalnorth.attestation.authentication.Fixtures.ONESELF;
import static eu.digitalnorth.attestation.authentication.Fixtures.SOON;
import static eu.digitalnorth.attestation.authentication.Fixtures.UNIVERSITY;
import static eu.digitalnorth.attestation.authentication.Fixtures.bornAs;
import static eu.digitalnorth.attestation.authentication.Fixtures.citizen;
import static eu.digitalnorth.attestation.authentication.Fixtures.citizenOf;
import static eu.digitalnorth.attestation.authentication.Fixtures.company;
import static eu.digitalnorth.attestation.authentication.Fixtures.deceased;
import static eu.digitalnorth.attestation.authentication.Fixtures.owner;
import static eu.digitalnorth.attestation.authentication.Fixtures.request;
import static org.assertj.core.api.Assertions.assertThat;

import eu.digitalnorth.attestation.authentication.Authentication.Pending;
import eu.digitalnorth.country.CountryProfiles;
import eu.digitalnorth.country.LevelOfAssurance;
import eu.digitalnorth.country.identifier.PersonIdentifier;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class IssuerTest {
  private static final UUID ID = new UUID(9, 9);
  private static final PersonIdentifier PERSON =
      new PersonIdentifier(ESTONIA, NORWAY, "39901012239");

  private final CountryProfiles profiles = CountryProfiles.load();
  private final Issuer issuer =
      new Issuer(profiles, new AuthenticationRules(profiles), Duration.ofHours(1));

  @Test
  void attestsTheMandatoryAttributesToTheRequesterForTheExchange() {
    assertThat(approved(request(ONESELF), new Holder(citizen(), null)))
        .isEqualTo(
            new Outcome.Issued(
                new Attestation(
                    ID,
                    new UUID(2, 2),
                    UNIVERSITY,
                    ESTONIA,
                    "Siseministeerium",
                    "ID-kaart, Mobiil-ID, Smart-ID",
                    LevelOfAssurance.HIGH,
                    NOW,
                    NOW.plus(Duration.ofHours(1)),
                    Set.of(),
                    new NaturalPersonData(
                        PERSON,
                        "ee-isikukood",
                        new Citizen.Name("Mägi", "Magi"),
                        new Citizen.Name("Karl", "Karl"),
                        LocalDate.of(1999, 1, 1),
                        "Mägi",
                        "Tartu",
                        "Pikk 1, 10123 Tallinn, EE",
                        Citizen.Gender.MALE,
                        "EE",
                        "EE"),
                    null)));
  }

  @Test
  void disclosesWhatIsAskedForAndNoMore() {
    AuthenticationRequest request = request(ONESELF, OptionalAttribute.PLACE_OF_BIRTH);

    assertThat(attestation(approved(request, new Holder(citizen(), null))).disclosed())
        .containsExactly(OptionalAttribute.PLACE_OF_BIRTH);
  }

  @Test
  void isValidForWholeSeconds() {
    AuthenticationRequest request = request(ONESELF);
    Pending pending = new Pending(new AuthReqId(new UUID(3, 3)), request, NOW);

    Outcome outcome =
        issuer.conclude(pending.approve(NOW.plusMillis(999)), new Holder(citizen(), null), ID);

    assertThat(attestation(outcome).validUntil()).isEqualTo(NOW.plus(Duration.ofHours(1)));
  }

  @Test
  void attestsTheNameAtBirthWhereItDiffers() {
    assertThat(person(bornAs("Tamm")).birthName()).isEqualTo("Tamm");
  }

  @Test
  void attestsAnotherNationalityOfThoseWhoLackTheCountrysOwn() {
    assertThat(person(citizenOf("LV", "FI")).nationality()).isEqualTo("LV");
  }

  @Test
  void attestsNoNationalityOfTheStateless() {
    assertThat(person(citizenOf()).nationality()).isNull();
  }

  @Test
  void attestsTheCompanyThatThePersonActsFor() {
    Holder holder = new Holder(citizen(), company(true, owner()));

    assertThat(attestation(approved(request(A_COMPANY), holder)).legalPerson())
        .isEqualTo(
            new LegalPersonData(
                new PersonIdentifier(ESTONIA, NORWAY, "10000018"),
                "ee-registrikood",
                "Mägi OÜ",
                null,
                null,
                null));
  }

  @Test
  void attestsOptionalAttributesOfTheCompanyIfTheyAreAskedFor() {
    Holder holder = new Holder(citizen(), company(true, owner()));

    assertThat(
            attestation(approved(request(A_COMPANY, OptionalAttribute.values()), holder))
                .legalPerson())
        .isEqualTo(
            new LegalPersonData(
                new PersonIdentifier(ESTONIA, NORWAY, "10000018"),
                "ee-registrikood",
                "Mägi OÜ",
                "Pikk 1, 10123 Tallinn, EE",
                "EEBUS.10000018",
                "EE100000018"));
  }

  @Test
  void refusesWhatTheCitizenDenied() {
    assertThat(
            issuer.conclude(pending(request(ONESELF)).deny(NOW), new Holder(citizen(), null), ID))
        .isEqualTo(new Outcome.Refused(RefusalReason.ACCESS_DENIED));
  }

  @Test
  void refusesWhatExpired() {
    assertThat(
            issuer.conclude(
                pending(request(ONESELF)).expire(SOON), new Holder(citizen(), null), ID))
        .isEqualTo(new Outcome.Refused(RefusalReason.EXPIRED_TOKEN));
  }

  @Test
  void refusesToAttestSomebodyWhoDiedWhileItWasPending() {
    assertThat(approved(request(ONESELF), new Holder(deceased(), null)))
        .isEqualTo(new Outcome.Refused(RefusalReason.SUBJECT_DECEASED));
  }

  @Test
  void saysNothingOfThePersonWhenPrinted() {
    assertThat(approved(request(ONESELF), new Holder(citizen(), null)).toString())
        .doesNotContain("Mägi", "Karl", "39901012239", "1999", "Tartu", "Pikk");
  }

  private NaturalPersonData person(Citizen citizen) {
    return attestation(approved(request(ONESELF), new Holder(citizen, null))).naturalPerson();
  }

  private Outcome approved(AuthenticationRequest request, Holder holder) {
    return issuer.conclude(pending(request).approve(NOW), holder, ID);
  }

  private static Pending pending(AuthenticationRequest request) {
    return new Pending(new AuthReqId(new UUID(3, 3)), request, NOW);
  }

  private static Attestation attestation(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Issued issued -> issued.attestation();
      case Outcome.Refused refused -> throw new AssertionError("Refused: " + refused.reason());
    };
  }
}
