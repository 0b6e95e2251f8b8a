package eu.digitalnorth.trust.status;

import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.JSONObjectUtils;
import eu.digitalnorth.trust.jose.Jws;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A status list as its issuer signs it (draft-ietf-oauth-status-list, section 5.1).
 *
 * @param uri names the list ({@code sub})
 * @param issuedAt {@code iat}, in seconds
 * @param expiresAt from when on it is not accepted ({@code exp}), in seconds
 * @param timeToLive for how long it may be kept until a newer one is due ({@code ttl}), in seconds
 */
public record StatusListToken(
    String uri, Instant issuedAt, Instant expiresAt, Duration timeToLive, StatusList list) {

  static final String MEDIA_TYPE = "statuslist+jwt";

  /** A million attestations of two bits. */
  private static final int MOST_BYTES = 250_000;

  /** From when on it is stale: what it says of an attestation must not be relied on. */
  public Instant freshUntil() {
    Instant due = issuedAt.plus(timeToLive);
    return due.isBefore(expiresAt) ? due : expiresAt;
  }

  Map<String, Object> claims() {
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("sub", uri);
    claims.put("iat", issuedAt.getEpochSecond());
    claims.put("exp", expiresAt.getEpochSecond());
    claims.put("ttl", timeToLive.toSeconds());
    String compressed = Base64URL.encode(Zlib.compress(list.bytes())).toString();
    claims.put("status_list", Map.of("bits", list.bits(), "lst", compressed));
    return claims;
  }

  /** Empty if a claim is missing or none, or the list is larger than any that is issued. */
  static Optional<StatusListToken> read(Jws jws) {
    try {
      Map<String, Object> claims = jws.claims();
      Map<String, Object> list = JSONObjectUtils.getJSONObject(claims, "status_list");
      int bits = Math.toIntExact(JSONObjectUtils.getLong(list, "bits"));
      String uri = JSONObjectUtils.getString(claims, "sub");
      Instant issuedAt = jws.time("iat");
      Instant expiresAt = jws.time("exp");
      Duration timeToLive = Duration.between(Instant.EPOCH, jws.time("ttl"));
      return uri == null
          ? Optional.empty()
          : Zlib.decompress(JSONObjectUtils.getBase64URL(list, "lst").decode(), MOST_BYTES)
              .map(
                  bytes ->
                      new StatusListToken(
                          uri, issuedAt, expiresAt, timeToLive, new StatusList(bits, bytes)));
    } catch (ParseException | RuntimeException e) { // one of these is missing or none
      return Optional.empty();
    }
  }
}
