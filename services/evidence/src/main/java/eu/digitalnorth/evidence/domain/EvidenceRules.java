package eu.digitalnorth.evidence.domain;

import static eu.digitalnorth.evidence.domain.RefusalReason.ATTESTATION_EXPIRED;
import static eu.digitalnorth.evidence.domain.RefusalReason.ATTESTATION_INVALID;
import static eu.digitalnorth.evidence.domain.RefusalReason.ATTESTATION_REVOKED;
import static eu.digitalnorth.evidence.domain.RefusalReason.ATTESTATION_STATUS_UNKNOWN;
import static eu.digitalnorth.evidence.domain.RefusalReason.EVIDENCE_TYPE_NOT_SUPPORTED;
import static eu.digitalnorth.evidence.domain.RefusalReason.INVALID_REQUEST;
import static eu.digitalnorth.evidence.domain.RefusalReason.LEVEL_OF_ASSURANCE_TOO_LOW;
import static eu.digitalnorth.evidence.domain.RefusalReason.NO_ACCESS_AGREEMENT;
import static eu.digitalnorth.evidence.domain.RefusalReason.NO_EXPLICIT_REQUEST;
import static eu.digitalnorth.evidence.domain.RefusalReason.REQUEST_EXPIRED;

import eu.digitalnorth.evidence.domain.Presented.Fault;
import java.util.List;
import java.util.Optional;

/**
 * What must hold before a register is asked. The first rule that does not hold decides, so their
 * order is part of the contract: the requester learns nothing of access before it has shown that
 * the citizen is behind the request, and nothing of the citizen before it has access.
 */
final class EvidenceRules {
  static final List<Rule> IN_ORDER =
      List.of(
          new Rule(REQUEST_EXPIRED, "the request has not expired", Case::isInTime),
          new Rule(INVALID_REQUEST, "data model oots-edm:v2.0", Case::followsTheDataModel),
          new Rule(INVALID_REQUEST, "it expires after its issue", Case::wasIssuedBeforeItExpires),
          new Rule(INVALID_REQUEST, "a published procedure code", Case::namesAProcedure),
          new Rule(
              INVALID_REQUEST,
              "a requester of the requesting country",
              Case::namesAnAuthorityOfTheRequester),
          new Rule(
              INVALID_REQUEST,
              "a key on P-256 for the answer",
              c -> c.request().responseKey() != null),
          new Rule(
              EVIDENCE_TYPE_NOT_SUPPORTED,
              "an evidence type that this country provides",
              Case::isOfATypeThatIsProvided),
          new Rule(
              INVALID_REQUEST,
              "an attested company for evidence about one",
              Case::hasACompanyIfItNeedsOne),
          new Rule(ATTESTATION_INVALID, "a readable attestation", c -> c.isFreeOf(Fault.FORM)),
          new Rule(
              ATTESTATION_INVALID,
              "an attestation with a signature of its issuer",
              c -> c.isFreeOf(Fault.SIGNATURE)),
          new Rule(
              ATTESTATION_INVALID,
              "an attestation with its issuer's disclosures, and no others",
              c -> c.isFreeOf(Fault.DISCLOSURES)),
          new Rule(
              ATTESTATION_INVALID,
              "the attestation that the request names",
              Case::hasTheAttestationThatItNames),
          new Rule(
              ATTESTATION_INVALID,
              "an attestation that is valid already",
              c -> c.isFreeOf(Fault.NOT_YET_VALID)),
          new Rule(
              ATTESTATION_EXPIRED,
              "an attestation that is still valid",
              c -> c.isFreeOf(Fault.EXPIRED)),
          new Rule(
              ATTESTATION_INVALID,
              "an attestation issued for the requester",
              c -> c.isFreeOf(Fault.AUDIENCE)),
          new Rule(
              ATTESTATION_INVALID,
              "an attestation issued for this exchange",
              c -> c.isFreeOf(Fault.EXCHANGE)),
          new Rule(
              ATTESTATION_INVALID,
              "identifiers that the issuer has for the requester's country",
              Case::hasIdentitiesForTheRequester),
          new Rule(
              ATTESTATION_STATUS_UNKNOWN,
              "a fresh status list of the issuer with the attestation",
              Case::hasAKnownStatus),
          new Rule(
              ATTESTATION_REVOKED,
              "an attestation neither revoked nor suspended",
              Case::isNeitherRevokedNorSuspended),
          new Rule(
              NO_EXPLICIT_REQUEST,
              "the user's explicit request (Regulation (EU) 2018/1724, Article 14)",
              c -> c.request().explicitRequestGiven()),
          new Rule(
              NO_ACCESS_AGREEMENT,
              "an access agreement for procedure and evidence type",
              Case::isUnderAnAgreement),
          new Rule(
              LEVEL_OF_ASSURANCE_TOO_LOW,
              "the level of assurance of the access agreement",
              Case::isSureEnoughOfTheCitizen));

  private EvidenceRules() {}

  static Optional<Outcome.Refused> refusalOf(Case one) {
    for (Rule rule : IN_ORDER) {
      if (!rule.holds().test(one)) {
        return Optional.of(rule.refusal());
      }
    }
    return Optional.empty();
  }
}
