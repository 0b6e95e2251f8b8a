package eu.digitalnorth.portal.exchange;

import eu.digitalnorth.country.LevelOfAssurance;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an attestation must be for the portal to go on with it; the first rule it breaks counts. */
final class AttestationRules {
  private AttestationRules() {}

  /**
   * @param clear what is said of the attestation in clear
   * @param verdict what its verification said
   * @return empty if the attestation is what was asked for
   */
  static Optional<Refusal> broken(
      Exchange exchange, AttestationAnswer.Issued clear, Verdict verdict) {
    return switch (verdict) {
      case Verdict.Faulty(Verdict.Fault fault) -> refusal(fault.words());
      case Verdict.Genuine genuine -> broken(exchange, clear, genuine);
    };
  }

  private static Optional<Refusal> broken(
      Exchange exchange, AttestationAnswer.Issued clear, Verdict.Genuine genuine) {
    if (!isSaidInClear(clear, genuine)) {
      return refusal("says of itself in clear what does not stand inside");
    }
    return reaches(genuine.level(), exchange.terms().level())
        ? Optional.empty()
        : refusal("has a lower level of assurance than was asked for");
  }

  private static boolean isSaidInClear(AttestationAnswer.Issued clear, Verdict.Genuine genuine) {
    return clear.attestationId().equals(genuine.attestationId())
        && clear.level() == genuine.level()
        && clear.validUntil().equals(genuine.validUntil());
  }

  private static boolean reaches(@Nullable LevelOfAssurance level, LevelOfAssurance asked) {
    return level != null && level.isAtLeast(asked);
  }

  private static Optional<Refusal> refusal(String otherwise) {
    return Optional.of(Refusal.notAsAsked("The attestation " + otherwise));
  }
}
