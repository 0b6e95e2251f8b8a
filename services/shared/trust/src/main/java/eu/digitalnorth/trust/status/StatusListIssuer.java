package eu.digitalnorth.trust.status;

import eu.digitalnorth.trust.jose.Jws;
import eu.digitalnorth.trust.key.HeldKey;
import eu.digitalnorth.trust.key.KeyPurpose;
import eu.digitalnorth.trust.key.ServiceKeys;

/** Signs the status lists of a country's attestations. Safe for many threads. */
public final class StatusListIssuer {
  private final ServiceKeys keys;

  public StatusListIssuer(ServiceKeys keys) {
    this.keys = keys;
  }

  /**
   * @return compact serialisation
   * @throws eu.digitalnorth.trust.key.MissingKeyException if there is no key to sign with
   */
  public String sign(StatusListToken token) {
    HeldKey key = keys.current(KeyPurpose.STATUS_SIGNATURE, token.issuedAt());
    return Jws.sign(StatusListToken.MEDIA_TYPE, token.claims(), key, keys.provider());
  }
}
