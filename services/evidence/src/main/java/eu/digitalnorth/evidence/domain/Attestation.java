package eu.digitalnorth.evidence.domain;

import eu.digitalnorth.country.LevelOfAssurance;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who asks for their evidence, as their country attested it.
 *
 * @param audienceCountry country of the authority for which it was issued, upper case
 * @param audience id of the authority for which it was issued
 * @param issuingCountry upper case
 * @param levelOfAssurance null if it is none that we know
 * @param validUntil from when on it is not accepted
 * @param naturalPerson the citizen
 * @param legalPerson the company for which they act, if for one
 */
public record Attestation(
    UUID attestationId,
    UUID exchangeId,
    String audienceCountry,
    String audience,
    String issuingCountry,
    @Nullable LevelOfAssurance levelOfAssurance,
    Instant validUntil,
    AttestedIdentity naturalPerson,
    @Nullable AttestedIdentity legalPerson) {}
