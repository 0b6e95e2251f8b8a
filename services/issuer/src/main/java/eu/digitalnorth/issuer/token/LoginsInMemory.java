package eu.digitalnorth.issuer.token;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;

/**
 * Remembers log-ins: from the code to its token, and then for the log-out. Tokens of systems need
 * no memory, since there is nothing but their signature to check. A restart forgets all.
 */
public final class LoginsInMemory implements OAuth2AuthorizationService {
  private static final int MOST = 10_000;
  private static final Duration REMEMBERED = Duration.ofHours(8);

  private final Cache<String, OAuth2Authorization> logins =
      Caffeine.newBuilder()
          .maximumSize(MOST)
          .expireAfterWrite(REMEMBERED)
          .executor(Runnable::run)
          .build();

  @Override
  public void save(OAuth2Authorization login) {
    if (!AuthorizationGrantType.CLIENT_CREDENTIALS.equals(login.getAuthorizationGrantType())) {
      logins.put(login.getId(), login);
    }
  }

  @Override
  public void remove(OAuth2Authorization login) {
    logins.invalidate(login.getId());
  }

  @Override
  public @Nullable OAuth2Authorization findById(String id) {
    return logins.getIfPresent(id);
  }

  @Override
  public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType type) {
    return logins.asMap().values().stream()
        .filter(login -> has(login, token, type))
        .findFirst()
        .orElse(null);
  }

  private static boolean has(
      OAuth2Authorization login, String token, @Nullable OAuth2TokenType type) {
    return type != null && OAuth2ParameterNames.STATE.equals(type.getValue())
        ? token.equals(login.getAttribute(OAuth2ParameterNames.STATE))
        : login.getToken(token) != null;
  }
}
