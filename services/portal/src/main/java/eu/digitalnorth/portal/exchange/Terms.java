package eu.digitalnorth.portal.exchange;

import eu.digitalnorth.country.AuthorityId;
import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.country.LevelOfAssurance;
import eu.digitalnorth.country.ProcedureCode;
import java.util.List;

/**
 * What an exchange is about; nothing personal, and never changed.
 *
 * @param requester the authority whose procedure it is
 * @param citizenCountry whose eID scheme attests the citizen
 * @param level the lowest level of assurance that the requester accepts
 * @param evidence at least one
 * @param explicitRequest whether the user asked that the evidence be fetched (Regulation (EU)
 *     2018/1724, Article 14)
 */
public record Terms(
    AuthorityId requester,
    ProcedureCode procedure,
    CountryCode citizenCountry,
    LevelOfAssurance level,
    List<EvidenceWish> evidence,
    boolean explicitRequest,
    boolean possibilityForPreview) {

  public Terms {
    evidence = List.copyOf(evidence);
  }

  /** The country whose portal this is. */
  public CountryCode country() {
    return requester.country();
  }
}
