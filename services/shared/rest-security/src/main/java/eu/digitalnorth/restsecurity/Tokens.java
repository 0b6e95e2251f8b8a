package eu.digitalnorth.restsecurity;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/**
 * Which tokens are good: access tokens of RFC 9068, by this issuer, for this service, signed with
 * ES256 and nothing else, and not expired. An ID token is none of these.
 */
final class Tokens {
  private static final int PATIENCE = Math.toIntExact(Duration.ofSeconds(3).toMillis());

  /** Of the issuer's keys, a dozen of which would be a tenth of it. */
  private static final int MOST_BYTES = 50 * 1024;

  /**
   * The issuer is asked twice in this time at most. Otherwise whoever sends tokens of keys that do
   * not exist would make the service ask for each of them, until the issuer answers nobody.
   */
  private static final Duration ASKED_AGAIN_AFTER = Duration.ofSeconds(5);

  private Tokens() {}

  /** The issuer is not asked before the first token comes, so that it may start later. */
  static JwtDecoder decoder(RestSecurityProperties properties, String service) {
    String audience =
        Objects.requireNonNullElseGet(
            properties.audience(), () -> "urn:digital-north:" + service.toLowerCase(Locale.ROOT));
    URI issuer = properties.requiredIssuer();
    NimbusJwtDecoder decoder =
        NimbusJwtDecoder.withJwkSource(keys(properties.keys()))
            .jwsAlgorithm(SignatureAlgorithm.ES256)
            // The validator of RFC 9068 looks at the type.
            .jwtProcessorCustomizer(any -> any.setJWSTypeVerifier((type, context) -> {}))
            .build();
    decoder.setJwtValidator(
        JwtValidators.createAtJwtValidator()
            .issuer(issuer.toString())
            .audience(audience)
            .validators(checks -> checks.put("client_id", anyClient()))
            .build());
    return decoder;
  }

  /** There must be one, but who calls is in other claims. */
  private static OAuth2TokenValidator<Jwt> anyClient() {
    return new JwtClaimValidator<>("client_id", Objects::nonNull);
  }

  private static JWKSource<SecurityContext> keys(URI url) {
    try {
      return JWKSourceBuilder.create(
              url.toURL(), new DefaultResourceRetriever(PATIENCE, PATIENCE, MOST_BYTES))
          .refreshAheadCache(false)
          .cache(true)
          .rateLimited(ASKED_AGAIN_AFTER.toMillis())
          .build();
    } catch (MalformedURLException e) {
      throw new IllegalStateException("exchange.rest.jwk-set-uri is no address", e);
    }
  }
}
