package eu.digitalnorth.trust.attestation;

import com.authlete.sd.Disclosure;
import com.authlete.sd.SDJWT;
import com.authlete.sd.SDObjectBuilder;
import eu.digitalnorth.trust.jose.Jws;
import eu.digitalnorth.trust.key.HeldKey;
import eu.digitalnorth.trust.key.KeyPurpose;
import eu.digitalnorth.trust.key.ServiceKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Issues attestations as SD-JWT VC (RFC 9901, draft-ietf-oauth-sd-jwt-vc). The signature covers all
 * that is known of the person, as salted digests; disclosed is only what was asked for. Safe for
 * many threads.
 */
public final class AttestationIssuer {
  private final ServiceKeys keys;
  private final SaltSource salts;

  public AttestationIssuer(ServiceKeys keys, SaltSource salts) {
    this.keys = keys;
    this.salts = salts;
  }

  /**
   * @param disclosed claims that the requester gets to see, as far as they are known; see {@link
   *     PidClaim#askedFor}
   * @return compact serialisation: JWT, disclosures, and no key binding
   * @throws eu.digitalnorth.trust.key.MissingKeyException if there is no key to sign with
   */
  public String issue(Attestation attestation, Set<PidClaim> disclosed) {
    SDObjectBuilder payload = new SDObjectBuilder();
    AttestationPayload.write(attestation).forEach(payload::putClaim);
    List<Disclosure> disclosures = new ArrayList<>();
    for (PidClaim claim : attestation.person().names()) {
      Disclosure disclosure =
          payload.putSDClaim(salts.next(), claim.claimName(), attestation.person().json(claim));
      if (disclosed.contains(claim)) {
        disclosures.add(disclosure);
      }
    }
    HeldKey key = keys.current(KeyPurpose.ATTESTATION_SIGNATURE, attestation.issuedAt());
    String jwt = Jws.sign(Attestation.MEDIA_TYPE, payload.build(true), key, keys.provider());
    return new SDJWT(jwt, disclosures).toString();
  }
}
