package eu.digitalnorth.portal.exchange;

import eu.digitalnorth.country.LevelOfAssurance;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** What an attestation must be for the portal to go on with it; the first rule it breaks counts. */
final class AttestationRules {
  private static final List<Rule> RULES =
      List.of(
          new Rule("says of itself in clear what does not stand inside", (e, a) -> a.consistent()),
          new Rule("was issued for another exchange", (e, a) -> a.exchangeId().equals(e.id())),
          new Rule(
              "was issued for another authority",
              (e, a) -> a.audience().equals(e.terms().requester().value())),
          new Rule(
              "was issued by another country",
              (e, a) -> a.issuingCountry().equals(e.terms().citizenCountry().value())),
          new Rule(
              "has a lower level of assurance than was asked for",
              (e, a) -> reaches(a.level(), e.terms().level())));

  private AttestationRules() {}

  /** Empty if the attestation is what was asked for. */
  static Optional<Refusal> broken(Exchange exchange, AttestationAnswer.Issued attestation) {
    return RULES.stream()
        .filter(rule -> !rule.holds.test(exchange, attestation))
        .findFirst()
        .map(rule -> Refusal.notAsAsked("The attestation " + rule.otherwise));
  }

  private static boolean reaches(@Nullable LevelOfAssurance level, LevelOfAssurance asked) {
    return level != null && level.isAtLeast(asked);
  }

  private record Rule(String otherwise, BiPredicate<Exchange, AttestationAnswer.Issued> holds) {}
}
