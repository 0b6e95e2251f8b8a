package eu.digitalnorth.portal.login;

import eu.digitalnorth.restsecurity.caller.Caller;
import eu.digitalnorth.restsecurity.caller.CallerClaims;
import eu.digitalnorth.restsecurity.caller.CallerHolder;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jwt.Jwt;

/** Somebody whom the issuer has logged in. Unlike Spring's own, it does not print who that is. */
record LoggedIn(OidcIdToken idToken, Caller caller) implements OidcUser, CallerHolder {

  /**
   * @param access says who it is, and the ID token does not
   */
  static LoggedIn of(OidcIdToken idToken, Jwt access) {
    return new LoggedIn(idToken, CallerClaims.read(access.getClaims()));
  }

  /** How long the issuer vouches for somebody without asking for the password again. */
  boolean hasEndedBy(Instant now) {
    Instant end = idToken.getExpiresAt();
    return end == null || !now.isBefore(end);
  }

  @Override
  public Map<String, Object> getClaims() {
    return idToken.getClaims();
  }

  @Override
  public @Nullable OidcUserInfo getUserInfo() {
    return null;
  }

  @Override
  public OidcIdToken getIdToken() {
    return idToken;
  }

  @Override
  public Map<String, Object> getAttributes() {
    return idToken.getClaims();
  }

  @Override
  public Collection<? extends GrantedAuthority> getAuthorities() {
    return List.of();
  }

  @Override
  public String getName() {
    return Objects.requireNonNull(idToken.getSubject(), "validated");
  }

  @Override
  public String toString() {
    return "LoggedIn";
  }
}
