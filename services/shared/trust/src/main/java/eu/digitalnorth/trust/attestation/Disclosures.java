package eu.digitalnorth.trust.attestation;

import com.nimbusds.jose.util.JSONArrayUtils;
import eu.digitalnorth.trust.crypto.CanonicalBase64;
import eu.digitalnorth.trust.crypto.Sha256;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Matches the disclosures of an SD-JWT with the digests that its issuer signed, as RFC 9901,
 * section 7.1, wants it. Digests stand at the top level only, as our issuer writes them.
 */
final class Disclosures {
  private static final int PARTS = 3;

  private final Map<String, Object> claims;
  private final Set<String> digests;

  private Disclosures(Map<String, Object> claims, Set<String> digests) {
    this.claims = claims;
    this.digests = digests;
  }

  /**
   * @param claims what the issuer signed
   * @param disclosures as they were presented
   */
  static PidClaims match(Map<String, Object> claims, List<String> disclosures)
      throws RefusedException {
    return new Disclosures(claims, digests(claims)).match(disclosures);
  }

  private static Set<String> digests(Map<String, Object> claims) throws RefusedException {
    if (!"sha-256".equals(claims.get("_sd_alg"))
        || !(claims.get("_sd") instanceof List<?> signed)
        || !signed.stream().allMatch(String.class::isInstance)) {
      throw new RefusedException(AttestationRefusal.MALFORMED);
    }
    Set<String> digests = new HashSet<>();
    for (Object digest : signed) {
      if (!digests.add((String) digest)) {
        throw new RefusedException(AttestationRefusal.DUPLICATE_DIGEST);
      }
    }
    return digests;
  }

  private PidClaims match(List<String> disclosures) throws RefusedException {
    Map<PidClaim, Object> values = new EnumMap<>(PidClaim.class);
    Set<String> seen = new HashSet<>();
    for (String disclosure : disclosures) {
      String digest = digest(disclosure);
      if (!digests.contains(digest)) {
        throw new RefusedException(AttestationRefusal.DISCLOSURE_NOT_SIGNED);
      }
      if (!seen.add(digest)) {
        throw new RefusedException(AttestationRefusal.DUPLICATE_DISCLOSURE);
      }
      take(disclosure, values);
    }
    return PidClaims.of(values)
        .orElseThrow(() -> new RefusedException(AttestationRefusal.MALFORMED_DISCLOSURE));
  }

  private void take(String disclosure, Map<PidClaim, Object> values) throws RefusedException {
    List<Object> parts = parse(disclosure);
    if (parts.size() != PARTS
        || !(parts.get(0) instanceof String)
        || !(parts.get(1) instanceof String name)
        || claims.containsKey(name)) {
      throw new RefusedException(AttestationRefusal.MALFORMED_DISCLOSURE);
    }
    PidClaim claim =
        PidClaim.byClaimName(name)
            .orElseThrow(() -> new RefusedException(AttestationRefusal.MALFORMED_DISCLOSURE));
    Object value = parts.get(2);
    if (value == null) {
      throw new RefusedException(AttestationRefusal.MALFORMED_DISCLOSURE);
    }
    if (values.put(claim, value) != null) {
      throw new RefusedException(AttestationRefusal.DUPLICATE_DISCLOSURE);
    }
  }

  private static List<Object> parse(String disclosure) throws RefusedException {
    try {
      return JSONArrayUtils.parse(
          CanonicalBase64.parse(disclosure)
              .orElseThrow(() -> new RefusedException(AttestationRefusal.MALFORMED_DISCLOSURE))
              .decodeToString());
    } catch (ParseException | RuntimeException e) {
      throw new RefusedException(AttestationRefusal.MALFORMED_DISCLOSURE);
    }
  }

  private static String digest(String disclosure) {
    return CanonicalBase64.write(Sha256.of(disclosure.getBytes(StandardCharsets.US_ASCII)));
  }
}
