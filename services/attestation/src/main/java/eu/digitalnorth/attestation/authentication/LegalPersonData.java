package eu.digitalnorth.attestation.authentication;

import eu.digitalnorth.country.identifier.PersonIdentifier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The eIDAS minimum data set of a company (attribute profile 1.2, section 2.3), and of the optional
 * attributes those that were asked for, the others being null.
 */
public record LegalPersonData(
    PersonIdentifier identifier,
    String identifierScheme,
    String legalName,
    @Nullable String address,
    @Nullable String euIdentifier,
    @Nullable String vatRegistrationNumber) {

  static LegalPersonData of(RegisteredCompany company, AuthenticationRequest request) {
    return new LegalPersonData(
        new PersonIdentifier(
            request.country(), request.requester().country(), company.identifier()),
        company.identifierScheme(),
        company.legalName(),
        ifAsked(request, OptionalAttribute.LEGAL_PERSON_ADDRESS, company::address),
        ifAsked(request, OptionalAttribute.EU_IDENTIFIER, company::euid),
        ifAsked(request, OptionalAttribute.VAT_REGISTRATION_NUMBER, company::vatNumber));
  }

  private static @Nullable String ifAsked(
      AuthenticationRequest request,
      OptionalAttribute attribute,
      Supplier<@Nullable String> value) {
    return request.asksFor(attribute) ? value.get() : null;
  }
}
