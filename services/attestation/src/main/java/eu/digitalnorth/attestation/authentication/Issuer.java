package eu.digitalnorth.attestation.authentication;

import eu.digitalnorth.country.Authority;
import eu.digitalnorth.country.CountryProfile;
import eu.digitalnorth.country.CountryProfiles;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Turns what became of an authentication into the answer to its request. */
public final class Issuer {
  private final CountryProfiles profiles;
  private final AuthenticationRules rules;
  private final Duration validity;

  /**
   * @param validity how long an attestation is accepted
   */
  public Issuer(CountryProfiles profiles, AuthenticationRules rules, Duration validity) {
    this.profiles = profiles;
    this.rules = rules;
    this.validity = validity;
  }

  /**
   * The answer. An approved authentication can still end in a refusal: the person may have died, or
   * left the company, while it was pending.
   *
   * @param holder as registered when it was decided
   * @param attestationId the name of the attestation, if one is issued
   */
  public Outcome conclude(Authentication.Ended ended, Holder holder, UUID attestationId) {
    return switch (ended) {
      case Authentication.Denied denied -> new Outcome.Refused(RefusalReason.ACCESS_DENIED);
      case Authentication.Expired expired -> new Outcome.Refused(RefusalReason.EXPIRED_TOKEN);
      case Authentication.Approved approved ->
          rules
              .refusal(approved.request(), holder, approved.decidedAt())
              .<Outcome>map(Outcome.Refused::new)
              .orElseGet(() -> new Outcome.Issued(issue(approved, holder, attestationId)));
    };
  }

  private Attestation issue(Authentication.Approved approved, Holder holder, UUID id) {
    AuthenticationRequest request = approved.request();
    CountryProfile profile = profiles.get(request.country());
    return new Attestation(
        id,
        request.exchangeId(),
        request.requester(),
        request.country(),
        keeperOfThePopulationRegister(profile).name(),
        profile.eid().name(),
        Objects.requireNonNull(request.level()),
        approved.decidedAt(),
        approved.decidedAt().plus(validity).truncatedTo(ChronoUnit.SECONDS),
        request.attributes(),
        NaturalPersonData.of(Objects.requireNonNull(holder.citizen()), request),
        legalPerson(request, holder));
  }

  private static Authority keeperOfThePopulationRegister(CountryProfile profile) {
    return profile.authority(profile.populationRegister().authority()).orElseThrow();
  }

  private static @Nullable LegalPersonData legalPerson(
      AuthenticationRequest request, Holder holder) {
    return request.hint().company() == null
        ? null
        : LegalPersonData.of(Objects.requireNonNull(holder.company()), request);
  }
}
