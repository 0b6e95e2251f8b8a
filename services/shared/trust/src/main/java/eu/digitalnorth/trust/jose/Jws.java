package eu.digitalnorth.trust.jose;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.JSONObjectUtils;
import eu.digitalnorth.trust.crypto.CanonicalBase64;
import eu.digitalnorth.trust.crypto.CryptoProvider;
import eu.digitalnorth.trust.key.HeldKey;
import eu.digitalnorth.trust.key.KeyId;
import eu.digitalnorth.trust.key.TrustedKey;
import java.nio.charset.StandardCharsets;
import java.security.interfaces.ECPublicKey;
import java.text.ParseException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A signed JWT of the only form that is accepted here: ES256, a type, a key id, no other header
 * parameter, in its one spelling. Nothing of it may be relied on before {@link #isSignedBy}.
 */
public final class Jws {
  private static final Set<String> PARAMETERS = Set.of("alg", "typ", "kid");
  private static final int LONGEST_HEADER = 500;
  private static final int PARTS = 3;

  /** Year 9999, as good as never. */
  private static final long LAST_SECOND = 253_402_300_799L;

  private final List<Base64URL> parts;
  private final JWSHeader header;
  private final KeyId keyId;
  private final Map<String, Object> claims;

  private Jws(List<Base64URL> parts, JWSHeader header, KeyId keyId, Map<String, Object> claims) {
    this.parts = parts;
    this.header = header;
    this.keyId = keyId;
    this.claims = claims;
  }

  /** Compact serialisation. */
  public static String sign(
      String type, Map<String, Object> claims, HeldKey key, CryptoProvider provider) {
    JWSHeader header =
        new JWSHeader.Builder(JWSAlgorithm.ES256)
            .type(new JOSEObjectType(type))
            .keyID(key.id().value())
            .build();
    JWSObject jws = new JWSObject(header, new Payload(claims));
    try {
      ECDSASigner signer = new ECDSASigner(key.privateKey(), Curve.P_256);
      signer.getJCAContext().setProvider(provider.provider());
      jws.sign(signer);
      return jws.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException("Cannot sign with " + key, e);
    }
  }

  /**
   * Empty unless it has the form, which says nothing of who made it.
   *
   * @param type what {@code typ} must be
   * @param longest in characters
   */
  public static Optional<Jws> parse(String compact, String type, int longest) {
    if (compact.length() > longest) {
      return Optional.empty();
    }
    List<Base64URL> parts = Stream.of(compact.split("\\.", PARTS + 1)).map(Base64URL::new).toList();
    if (parts.size() != PARTS || !parts.stream().allMatch(Jws::isCanonical)) {
      return Optional.empty();
    }
    try {
      return parse(parts, type, longest);
    } catch (ParseException | RuntimeException e) { // the parser meets what others wrote
      return Optional.empty();
    }
  }

  private static Optional<Jws> parse(List<Base64URL> parts, String type, int longest)
      throws ParseException {
    if (parts.getFirst().toString().length() > LONGEST_HEADER) {
      return Optional.empty();
    }
    JWSHeader header = JWSHeader.parse(parts.getFirst());
    if (!JWSAlgorithm.ES256.equals(header.getAlgorithm())
        || !new JOSEObjectType(type).equals(header.getType())
        || !header.getIncludedParams().equals(PARAMETERS)) {
      return Optional.empty();
    }
    Map<String, Object> claims = JSONObjectUtils.parse(parts.get(1).decodeToString(), longest);
    return KeyId.parse(header.getKeyID()).map(keyId -> new Jws(parts, header, keyId, claims));
  }

  public boolean isSignedBy(TrustedKey key, CryptoProvider provider) {
    try {
      ECDSAVerifier verifier = new ECDSAVerifier((ECPublicKey) key.publicKey());
      verifier.getJCAContext().setProvider(provider.provider());
      byte[] signed = (parts.get(0) + "." + parts.get(1)).getBytes(StandardCharsets.US_ASCII);
      return verifier.verify(header, signed, parts.get(2));
    } catch (JOSEException e) {
      return false;
    }
  }

  public KeyId keyId() {
    return keyId;
  }

  public Map<String, Object> claims() {
    return claims;
  }

  /**
   * @throws ParseException if the claim is missing or no time in seconds
   */
  public Instant time(String claim) throws ParseException {
    if (claims.get(claim) instanceof Long seconds && seconds >= 0 && seconds <= LAST_SECOND) {
      return Instant.ofEpochSecond(seconds);
    }
    throw new ParseException("No time: " + claim, 0);
  }

  private static boolean isCanonical(Base64URL part) {
    return !part.toString().isEmpty() && CanonicalBase64.decode(part.toString()).isPresent();
  }
}
