package eu.digitalnorth.attestation.messages;

import eu.digitalnorth.attestation.authentication.Attestation;
import eu.digitalnorth.attestation.authentication.Citizen;
import eu.digitalnorth.attestation.authentication.LegalPersonData;
import eu.digitalnorth.attestation.authentication.NaturalPersonData;
import eu.digitalnorth.attestation.authentication.OptionalAttribute;
import eu.digitalnorth.attestation.authentication.StatusPlace;
import eu.digitalnorth.attestation.store.StatusLists;
import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.messaging.envelope.Source;
import eu.digitalnorth.messaging.topic.Service;
import eu.digitalnorth.trust.KeyDirectory;
import eu.digitalnorth.trust.attestation.AttestationIssuer;
import eu.digitalnorth.trust.attestation.PidClaim;
import eu.digitalnorth.trust.attestation.PidClaims;
import eu.digitalnorth.trust.attestation.SaltSource;
import eu.digitalnorth.trust.attestation.StatusReference;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Attestations as SD-JWT VC of the EUDI PID (docs/attestation.md), signed by their country. */
@Component
class AttestationTokens {
  private final KeyDirectory keys;
  private final StatusLists lists;
  private final Map<CountryCode, AttestationIssuer> issuers = new ConcurrentHashMap<>();

  AttestationTokens(KeyDirectory keys, StatusLists lists) {
    this.keys = keys;
    this.lists = lists;
  }

  /**
   * @param place where its status stands
   */
  String issue(Attestation attestation, StatusPlace place) {
    return issuers
        .computeIfAbsent(attestation.issuingCountry(), this::issuer)
        .issue(
            content(attestation, place),
            PidClaim.askedFor(
                attestation.disclosed().stream().map(OptionalAttribute::eidasName).toList()));
  }

  private AttestationIssuer issuer(CountryCode country) {
    return new AttestationIssuer(
        keys.keys(country, Service.ATTESTATION.id()), SaltSource.random(new SecureRandom()));
  }

  private eu.digitalnorth.trust.attestation.Attestation content(
      Attestation attestation, StatusPlace place) {
    CountryCode country = attestation.issuingCountry();
    return new eu.digitalnorth.trust.attestation.Attestation(
        attestation.id().toString(),
        new Source(country, Service.ATTESTATION.id()).toString(),
        country,
        attestation.issuingAuthority(),
        attestation.audience().id(),
        attestation.exchangeId().toString(),
        attestation.level().uri(),
        attestation.issuedAt(),
        attestation.validUntil(),
        new StatusReference(place.index(), lists.uri(country, place.list())),
        claims(attestation.naturalPerson(), attestation.legalPerson()));
  }

  private static PidClaims claims(NaturalPersonData person, @Nullable LegalPersonData company) {
    String nationality = person.nationality();
    return PidClaims.builder()
        .text(PidClaim.FAMILY_NAME, person.familyName().written())
        .text(PidClaim.GIVEN_NAME, person.givenName().written())
        .text(PidClaim.FAMILY_NAME_LATIN, person.familyName().transliterated())
        .text(PidClaim.GIVEN_NAME_LATIN, person.givenName().transliterated())
        .date(PidClaim.BIRTHDATE, person.dateOfBirth())
        .text(PidClaim.BIRTH_FAMILY_NAME, person.birthName())
        .object(PidClaim.PLACE_OF_BIRTH, Map.of("locality", person.placeOfBirth()))
        .object(PidClaim.ADDRESS, Map.of("formatted", person.currentAddress()))
        .number(PidClaim.SEX, sex(person.gender()))
        .texts(PidClaim.NATIONALITIES, nationality == null ? List.of() : List.of(nationality))
        .text(PidClaim.COUNTRY_OF_RESIDENCE, person.countryOfResidence())
        .text(PidClaim.PERSONAL_ADMINISTRATIVE_NUMBER, person.identifier().identifier())
        .text(PidClaim.EIDAS_PERSON_IDENTIFIER, person.identifier().value())
        .text(PidClaim.IDENTIFIER_SCHEME, person.identifierScheme())
        .object(PidClaim.LEGAL_PERSON, company == null ? null : members(company))
        .build();
  }

  /** ISO/IEC 5218; that somebody is neither is not known to a register that does not tell. */
  private static long sex(Citizen.Gender gender) {
    return switch (gender) {
      case MALE -> 1;
      case FEMALE -> 2;
      case UNSPECIFIED -> 0;
    };
  }

  private static Map<String, String> members(LegalPersonData company) {
    Map<String, String> members = new LinkedHashMap<>();
    members.put("legal_person_identifier", company.identifier().value());
    members.put("identifier_scheme", company.identifierScheme());
    members.put("legal_name", company.legalName());
    putIfKnown(members, "legal_person_address", company.address());
    putIfKnown(members, "eu_identifier", company.euIdentifier());
    putIfKnown(members, "vat_registration_number", company.vatRegistrationNumber());
    return members;
  }

  private static void putIfKnown(Map<String, String> members, String name, @Nullable String value) {
    if (value != null) {
      members.put(name, value);
    }
  }
}
