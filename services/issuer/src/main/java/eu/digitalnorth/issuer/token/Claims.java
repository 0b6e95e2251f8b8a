package eu.digitalnorth.issuer.token;

import eu.digitalnorth.issuer.account.Officers;
import eu.digitalnorth.restsecurity.caller.Caller;
import eu.digitalnorth.restsecurity.caller.CallerClaims;
import eu.digitalnorth.restsecurity.caller.CallerHolder;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;

/**
 * Puts into access tokens who it is, and for which services (RFC 9068). ID tokens say neither: at
 * the log-out they stand in an address, where nothing personal belongs.
 */
public final class Claims implements OAuth2TokenCustomizer<JwtEncodingContext> {
  private static final String ACCESS_TOKEN = "at+jwt";

  private final Officers officers;

  public Claims(Officers officers) {
    this.officers = officers;
  }

  @Override
  public void customize(JwtEncodingContext context) {
    if (OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType())) {
      Caller caller = caller(context);
      CallerClaims.of(caller).forEach(context.getClaims()::claim);
      context.getJwsHeader().type(ACCESS_TOKEN).algorithm(SignatureAlgorithm.ES256);
      context
          .getClaims()
          .audience(Audiences.of(caller))
          .claim("client_id", context.getRegisteredClient().getClientId());
    }
  }

  /** A person who has logged in, or a system that is its authority. */
  private Caller caller(JwtEncodingContext context) {
    Authentication principal = context.getPrincipal();
    return principal != null && principal.getPrincipal() instanceof CallerHolder person
        ? person.caller()
        : officers.find(context.getRegisteredClient().getClientId()).orElseThrow();
  }
}
