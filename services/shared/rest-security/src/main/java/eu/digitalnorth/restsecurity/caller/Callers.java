package eu.digitalnorth.restsecurity.caller;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/** Turns genuine tokens into callers, and authentications back into them. */
public final class Callers {
  private Callers() {}

  /**
   * @throws InvalidBearerTokenException if a genuine token does not say who calls
   */
  public static AbstractAuthenticationToken authentication(Jwt token) {
    try {
      Caller caller = CallerClaims.read(token.getClaims());
      String subject = Objects.requireNonNull(token.getSubject(), "validated");
      return new JwtAuthenticationToken(token, new TokenCaller(subject, caller), List.of());
    } catch (InvalidCallerException e) {
      throw new InvalidBearerTokenException("The token does not say who calls", e);
    }
  }

  /** Empty for anonymous, and for whoever has not authenticated. */
  public static Optional<Caller> of(@Nullable Authentication authentication) {
    return authentication != null
            && authentication.isAuthenticated()
            && authentication.getPrincipal() instanceof CallerHolder holder
        ? Optional.of(holder.caller())
        : Optional.empty();
  }
}
