package eu.digitalnorth.trust.key;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Arrays;
import java.util.Optional;

/**
 * A public key as JWK, written in the one form that RFC 7638 hashes: only the required members, in
 * lexical order, without white space. So a key id is the SHA-256 of these bytes.
 */
public final class PublicJwk {
  /** A P-256 key takes about 130 bytes. */
  private static final int MOST_BYTES = 256;

  private PublicJwk() {}

  public static byte[] write(JWK key) {
    return JSONObjectUtils.toJSONString(key.toPublicJWK().getRequiredParams())
        .getBytes(StandardCharsets.UTF_8);
  }

  /** Empty unless these bytes are a key on that curve, in that form and without a private part. */
  public static Optional<JWK> read(byte[] bytes, Curve curve) {
    if (bytes.length > MOST_BYTES) {
      return Optional.empty();
    }
    try {
      JWK key = JWK.parse(new String(bytes, StandardCharsets.UTF_8));
      return !key.isPrivate() && isOn(curve, key) && Arrays.equals(write(key), bytes)
          ? Optional.of(key)
          : Optional.empty();
    } catch (ParseException | RuntimeException e) { // the parser meets what others wrote
      return Optional.empty();
    }
  }

  /** Nimbus refuses EC points that are not on their curve as it parses. */
  private static boolean isOn(Curve curve, JWK key) {
    return switch (key) {
      case OctetKeyPair pair -> pair.getCurve().equals(curve) && pair.getDecodedX().length == 32;
      case ECKey point -> point.getCurve().equals(curve);
      default -> false;
    };
  }
}
