package eu.digitalnorth.restsecurity;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.client.RestTemplate;

/**
 * Which tokens are good: access tokens of RFC 9068, by this issuer, for this service, signed with
 * ES256 and nothing else, and not expired. An ID token is none of these.
 */
final class Tokens {
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private Tokens() {}

  /** The issuer is not asked before the first token comes, so that it may start later. */
  static JwtDecoder decoder(RestSecurityProperties properties, String service) {
    String audience =
        Objects.requireNonNullElseGet(
            properties.audience(), () -> "urn:digital-north:" + service.toLowerCase(Locale.ROOT));
    URI issuer = properties.requiredIssuer();
    NimbusJwtDecoder decoder =
        NimbusJwtDecoder.withJwkSetUri(properties.keys().toString())
            .jwsAlgorithm(SignatureAlgorithm.ES256)
            .validateType(false) // the validator of RFC 9068 does
            .restOperations(impatient())
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

  private static RestTemplate impatient() {
    SimpleClientHttpRequestFactory requests = new SimpleClientHttpRequestFactory();
    requests.setConnectTimeout(PATIENCE);
    requests.setReadTimeout(PATIENCE);
    return new RestTemplate(requests);
  }
}
