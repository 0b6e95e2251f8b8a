package eu.digitalnorth.attestation.authentication;

import eu.digitalnorth.attestation.authentication.RegisteredCompany.Representative;
import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.country.LevelOfAssurance;
import eu.digitalnorth.trust.crypto.CryptoProvider;
import eu.digitalnorth.trust.encryption.RecipientKey;
import eu.digitalnorth.trust.encryption.ResponseKeyPair;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An Estonian applies to a Norwegian university. */
public final class Fixtures {
  /** What the attestation is to be encrypted to. */
  public static final RecipientKey RESPONSE_KEY =
      RecipientKey.read(ResponseKeyPair.generate(CryptoProvider.best()).publicJwk()).orElseThrow();

  public static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  public static final Instant SOON = NOW.plus(Duration.ofMinutes(5));
  public static final CountryCode ESTONIA = new CountryCode("EE");
  public static final CountryCode NORWAY = new CountryCode("NO");
  public static final RequestingAuthority UNIVERSITY =
      new RequestingAuthority(NORWAY, "NO:university-admissions", "Samordna opptak");
  public static final LoginHint ONESELF = new LoginHint(true, "person", null);
  public static final LoginHint A_COMPANY = new LoginHint(true, "person", "company");

  private Fixtures() {}

  public static AuthenticationRequest request(LoginHint hint, OptionalAttribute... attributes) {
    return request(UNIVERSITY, "T2", LevelOfAssurance.HIGH, hint, Set.of(attributes));
  }

  public static AuthenticationRequest requestAt(@Nullable LevelOfAssurance level) {
    return request(UNIVERSITY, "T2", level, ONESELF, Set.of());
  }

  public static AuthenticationRequest requestTo(CountryCode country, LevelOfAssurance level) {
    return request(country, UNIVERSITY, "T2", level, ONESELF, Set.of());
  }

  public static AuthenticationRequest requestBy(RequestingAuthority requester, String procedure) {
    return request(requester, procedure, LevelOfAssurance.HIGH, ONESELF, Set.of());
  }

  public static Citizen citizen() {
    return citizen("Mägi", null, List.of("FI", "EE"), false);
  }

  public static Citizen deceased() {
    return citizen("Mägi", null, List.of("EE"), true);
  }

  public static Citizen bornAs(String birthName) {
    return citizen("Mägi", birthName, List.of("EE"), false);
  }

  public static Citizen citizenOf(String... nationalities) {
    return citizen("Mägi", null, List.of(nationalities), false);
  }

  public static RegisteredCompany company(boolean active, Representative... representatives) {
    return new RegisteredCompany(
        "ee-registrikood",
        "10000018",
        "EEBUS.10000018",
        "Mägi OÜ",
        "Pikk 1, 10123 Tallinn, EE",
        "EE100000018",
        active,
        Set.of(representatives));
  }

  public static Representative owner() {
    return new Representative("ee-isikukood", "39901012239");
  }

  private static AuthenticationRequest request(
      RequestingAuthority requester,
      String procedure,
      @Nullable LevelOfAssurance level,
      LoginHint hint,
      Set<OptionalAttribute> attributes) {
    return request(ESTONIA, requester, procedure, level, hint, attributes);
  }

  /** What is asked for cannot be encrypted to anything. */
  public static AuthenticationRequest requestWithoutResponseKey() {
    return request(ESTONIA, UNIVERSITY, "T2", LevelOfAssurance.HIGH, ONESELF, Set.of(), null);
  }

  private static AuthenticationRequest request(
      CountryCode country,
      RequestingAuthority requester,
      String procedure,
      @Nullable LevelOfAssurance level,
      LoginHint hint,
      Set<OptionalAttribute> attributes) {
    return request(country, requester, procedure, level, hint, attributes, RESPONSE_KEY);
  }

  private static AuthenticationRequest request(
      CountryCode country,
      RequestingAuthority requester,
      String procedure,
      @Nullable LevelOfAssurance level,
      LoginHint hint,
      Set<OptionalAttribute> attributes,
      @Nullable RecipientKey responseKey) {
    return new AuthenticationRequest(
        new UUID(1, 1),
        new UUID(1, 2),
        new UUID(2, 2),
        country,
        requester,
        procedure,
        level,
        attributes,
        hint,
        responseKey,
        "W4SCT",
        null,
        SOON);
  }

  private static Citizen citizen(
      String familyName, @Nullable String birthName, List<String> nationalities, boolean deceased) {
    return new Citizen(
        "ee-isikukood",
        "39901012239",
        new Citizen.Name(familyName, "Magi"),
        new Citizen.Name("Karl", "Karl"),
        birthName,
        LocalDate.of(1999, 1, 1),
        "Tartu",
        Citizen.Gender.MALE,
        nationalities,
        "Pikk 1, 10123 Tallinn, EE",
        "EE",
        deceased);
  }
}
