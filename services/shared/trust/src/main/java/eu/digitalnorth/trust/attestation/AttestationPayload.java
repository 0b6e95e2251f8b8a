package eu.digitalnorth.trust.attestation;

import com.nimbusds.jose.util.JSONObjectUtils;
import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.trust.jose.Jws;
import java.text.ParseException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** The claims of an attestation that are always seen. */
final class AttestationPayload {
  private AttestationPayload() {}

  static Map<String, Object> write(Attestation attestation) {
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("vct", Attestation.TYPE);
    claims.put("jti", attestation.id());
    claims.put("iss", attestation.issuer());
    claims.put("aud", attestation.audience());
    claims.put("nonce", attestation.nonce());
    claims.put("iat", attestation.issuedAt().getEpochSecond());
    claims.put("exp", attestation.expiresAt().getEpochSecond());
    claims.put("acr", attestation.levelOfAssurance());
    claims.put("issuing_authority", attestation.issuingAuthority());
    claims.put("issuing_country", attestation.issuingCountry().value());
    claims.put("date_of_issuance", date(attestation.issuedAt()));
    claims.put("date_of_expiry", date(attestation.expiresAt()));
    claims.put("status", Map.of("status_list", status(attestation.status())));
    return claims;
  }

  private static Map<String, Object> status(StatusReference status) {
    return Map.of("idx", status.index(), "uri", status.uri());
  }

  private static String date(Instant time) {
    return LocalDate.ofInstant(time, ZoneOffset.UTC).toString();
  }

  /**
   * @throws ParseException if a claim is missing or none
   */
  static Attestation read(Jws jws, PidClaims person) throws ParseException {
    Map<String, Object> claims = jws.claims();
    try {
      return new Attestation(
          text(claims, "jti"),
          text(claims, "iss"),
          new CountryCode(text(claims, "issuing_country")),
          text(claims, "issuing_authority"),
          text(claims, "aud"),
          text(claims, "nonce"),
          text(claims, "acr"),
          jws.time("iat"),
          jws.time("exp"),
          status(claims),
          person);
    } catch (IllegalArgumentException | ArithmeticException | NullPointerException e) {
      throw new ParseException("A claim is missing or none", 0);
    }
  }

  private static StatusReference status(Map<String, Object> claims) throws ParseException {
    Map<String, Object> status =
        JSONObjectUtils.getJSONObject(
            JSONObjectUtils.getJSONObject(claims, "status"), "status_list");
    return new StatusReference(
        Math.toIntExact(JSONObjectUtils.getLong(status, "idx")), text(status, "uri"));
  }

  private static String text(Map<String, Object> claims, String name) throws ParseException {
    return Objects.requireNonNull(JSONObjectUtils.getString(claims, name));
  }
}
