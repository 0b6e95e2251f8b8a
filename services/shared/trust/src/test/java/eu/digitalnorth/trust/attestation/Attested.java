package eu.digitalnorth.trust.attestation;

import static eu.digitalnorth.trust.Installation.EE;
import static eu.digitalnorth.trust.Installation.START;

import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** An attestation for tests, of a person who is none. */
public final class Attested {
  public static final String ISSUER = "urn:digital-north:ee:attestation";
  public static final String AUDIENCE = "no-lanekassen";
  public static final String NONCE = "0b9d4bd6-6a0b-4f5a-9d0e-0d2f3bb0a001";
  public static final Expected EXPECTED = new Expected(EE, ISSUER, AUDIENCE, NONCE);

  public static final PidClaims PERSON =
      PidClaims.builder()
          .text(PidClaim.FAMILY_NAME, "Õunapuu")
          .text(PidClaim.GIVEN_NAME, "Mari-Liis")
          .text(PidClaim.FAMILY_NAME_LATIN, "Ounapuu")
          .text(PidClaim.GIVEN_NAME_LATIN, null)
          .date(PidClaim.BIRTHDATE, LocalDate.of(1999, 1, 1))
          .object(PidClaim.PLACE_OF_BIRTH, Map.of("locality", "Tartu", "country", "EE"))
          .texts(PidClaim.NATIONALITIES, List.of("EE"))
          .object(PidClaim.ADDRESS, Map.of("formatted", "Pikk 1, Tartu"))
          .number(PidClaim.SEX, 2L)
          .text(PidClaim.PERSONAL_ADMINISTRATIVE_NUMBER, "39901012239")
          .text(PidClaim.EIDAS_PERSON_IDENTIFIER, "EE/NO/39901012239")
          .text(PidClaim.IDENTIFIER_SCHEME, "ee-isikukood")
          .object(
              PidClaim.LEGAL_PERSON,
              Map.of("legal_person_identifier", "EE/NO/12345678", "legal_name", "Õun OÜ"))
          .build();

  public static final Attestation ATTESTATION =
      new Attestation(
          "5a3c8e46-7a55-4f0f-8a51-64c7f1b5a002",
          ISSUER,
          EE,
          "Politsei- ja Piirivalveamet",
          AUDIENCE,
          NONCE,
          "http://eidas.europa.eu/LoA/high",
          START.truncatedTo(ChronoUnit.SECONDS),
          START.truncatedTo(ChronoUnit.SECONDS).plus(Duration.ofMinutes(10)),
          new StatusReference(4_711, "https://ee.test/status/1"),
          PERSON);

  private Attested() {}

  /** Each salt differs, and each run has the same. */
  static SaltSource salts() {
    AtomicInteger count = new AtomicInteger();
    return () -> "salt-of-16-bytes-" + count.incrementAndGet();
  }
}
