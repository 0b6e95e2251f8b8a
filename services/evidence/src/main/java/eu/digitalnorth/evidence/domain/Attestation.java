package eu.digitalnorth.evidence.domain;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.country.LevelOfAssurance;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who asks for their evidence, as their country attested it.
 *
 * @param levelOfAssurance null if it is none that we know
 * @param status where its status stands
 * @param naturalPerson the citizen
 * @param legalPerson the company for which they act, if for one
 */
public record Attestation(
    UUID attestationId,
    CountryCode issuingCountry,
    @Nullable LevelOfAssurance levelOfAssurance,
    StatusPlace status,
    AttestedIdentity naturalPerson,
    @Nullable AttestedIdentity legalPerson) {

  /**
   * A place in a status list of the issuing country.
   *
   * @param list URI that names the list
   */
  public record StatusPlace(String list, int index) {}
}
