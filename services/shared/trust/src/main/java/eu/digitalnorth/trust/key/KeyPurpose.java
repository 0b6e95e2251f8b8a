package eu.digitalnorth.trust.key;

import com.nimbusds.jose.jwk.Curve;
import java.util.Locale;

/** What a key is for. No key serves two purposes. */
public enum KeyPurpose {
  /** Signs the messages of a service. */
  MESSAGE_SIGNATURE("EdDSA", Curve.Ed25519),

  /** Signs attestations (SD-JWT VC). */
  ATTESTATION_SIGNATURE("ES256", Curve.P_256),

  /** Signs the status list of attestations. */
  STATUS_SIGNATURE("ES256", Curve.P_256),

  /** What others encrypt personal parts to. */
  ENCRYPTION("ECDH-ES", Curve.P_256);

  private final String algorithm;
  private final Curve curve;

  KeyPurpose(String algorithm, Curve curve) {
    this.algorithm = algorithm;
    this.curve = curve;
  }

  /** JWA name (RFC 7518, RFC 8037) of the only algorithm that the key is used with. */
  public String algorithm() {
    return algorithm;
  }

  public Curve curve() {
    return curve;
  }

  /** The name as in file names, for example {@code message-signature}. */
  String fileName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
