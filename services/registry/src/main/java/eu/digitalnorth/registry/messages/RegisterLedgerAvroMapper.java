package eu.digitalnorth.registry.messages;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.country.CountryProfile;
import eu.digitalnorth.country.CountryProfiles;
import eu.digitalnorth.country.Register;
import eu.digitalnorth.messaging.effect.AuditDetails;
import eu.digitalnorth.schemas.wire.Authority;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the ledger is told of changes: which authority keeps the register, and of whom. */
@Component
class RegisterLedgerAvroMapper {
  private final CountryProfiles profiles;

  RegisterLedgerAvroMapper(CountryProfiles profiles) {
    this.profiles = profiles;
  }

  AuditDetails population(CountryCode country, @Nullable String subject) {
    CountryProfile profile = profiles.get(country);
    return details(profile, profile.populationRegister(), subject);
  }

  AuditDetails business(CountryCode country, String subject) {
    CountryProfile profile = profiles.get(country);
    return details(profile, profile.businessRegister(), subject);
  }

  private static AuditDetails details(
      CountryProfile profile, Register register, @Nullable String subject) {
    String name =
        profile.authority(register.authority()).map(a -> a.name()).orElse(register.name());
    Authority authority =
        Authority.newBuilder()
            .setCountry(profile.code().value())
            .setId(register.authority().value())
            .setName(name)
            .build();
    return new AuditDetails(authority, subject, null, null);
  }
}
