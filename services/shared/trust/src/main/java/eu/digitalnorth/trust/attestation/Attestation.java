package eu.digitalnorth.trust.attestation;

import eu.digitalnorth.country.CountryCode;
import java.time.Instant;

/**
 * An attestation of a person's identification data, for one requester and one exchange.
 *
 * @param id names it ({@code jti})
 * @param issuer who issued it ({@code iss}), a URI
 * @param issuingCountry the issuer's country ({@code issuing_country})
 * @param issuingAuthority name of the authority behind it ({@code issuing_authority})
 * @param audience for whom it was issued ({@code aud})
 * @param nonce the exchange for which it was issued ({@code nonce})
 * @param levelOfAssurance at which the person was authenticated ({@code acr}): an eIDAS URI, for
 *     example {@code http://eidas.europa.eu/LoA/high}
 * @param issuedAt {@code iat}, in seconds
 * @param expiresAt from when on it is not accepted ({@code exp}), in seconds
 * @param status where its status stands
 * @param person what is said of the person, as far as it is disclosed
 */
public record Attestation(
    String id,
    String issuer,
    CountryCode issuingCountry,
    String issuingAuthority,
    String audience,
    String nonce,
    String levelOfAssurance,
    Instant issuedAt,
    Instant expiresAt,
    StatusReference status,
    PidClaims person) {

  /** The type of credential ({@code vct}) of the EUDI PID rulebook. */
  public static final String TYPE = "urn:eudi:pid:1";

  /** JWT {@code typ} of an SD-JWT VC (draft-ietf-oauth-sd-jwt-vc, section 3.2.1). */
  static final String MEDIA_TYPE = "dc+sd-jwt";
}
