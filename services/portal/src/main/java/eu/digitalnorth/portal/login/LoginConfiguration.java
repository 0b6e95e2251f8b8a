package eu.digitalnorth.portal.login;

import eu.digitalnorth.portal.PortalProperties;
import eu.digitalnorth.restsecurity.RestSecurityProperties;
import eu.digitalnorth.restsecurity.access.BrowserLogin;
import eu.digitalnorth.restsecurity.caller.InvalidCallerException;
import eu.digitalnorth.restsecurity.limit.Rate;
import eu.digitalnorth.restsecurity.limit.RateLimitFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/** Log-in with the authorization code and PKCE, where the portal has a secret at the issuer. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("exchange.portal.login-secret")
class LoginConfiguration {
  private static final String ISSUER = "issuer";

  /** Each log-in that is begun takes a session, before anybody has said who they are. */
  private static final Rate LOG_INS = new Rate(50, 5);

  /** Not discovered, so that the portal can start before the issuer. */
  @Bean
  ClientRegistrationRepository issuers(RestSecurityProperties rest, PortalProperties portal) {
    String issuer = rest.requiredIssuer().toString();
    return new InMemoryClientRegistrationRepository(
        ClientRegistration.withRegistrationId(ISSUER)
            .clientId("portal")
            .clientSecret(Objects.requireNonNull(portal.loginSecret()).value())
            .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
            .redirectUri("{baseUrl}/login/oauth2/code/{registrationId}")
            .scope(OidcScopes.OPENID)
            .issuerUri(issuer)
            .authorizationUri(issuer + "/oauth2/authorize")
            .tokenUri(rest.reachedIssuer() + "/oauth2/token")
            .jwkSetUri(rest.keys().toString())
            .clientSettings(
                ClientRegistration.ClientSettings.builder().requireProofKey(true).build())
            .providerConfigurationMetadata(
                Map.of("end_session_endpoint", issuer + "/connect/logout"))
            .build());
  }

  @Bean
  JwtDecoderFactory<ClientRegistration> idTokens() {
    OidcIdTokenDecoderFactory decoders = new OidcIdTokenDecoderFactory();
    decoders.setJwsAlgorithmResolver(issuer -> SignatureAlgorithm.ES256);
    return decoders;
  }

  @Bean
  BrowserLogin browserLogin(
      ClientRegistrationRepository issuers, JwtDecoder accessTokens, Clock clock) {
    OidcClientInitiatedLogoutSuccessHandler alsoAtTheIssuer =
        new OidcClientInitiatedLogoutSuccessHandler(issuers);
    alsoAtTheIssuer.setPostLogoutRedirectUri("{baseUrl}/");
    alsoAtTheIssuer.setRedirectStrategy(LoginConfiguration::tell);
    return http ->
        http.oauth2Login(
                login ->
                    login
                        .userInfoEndpoint(
                            user ->
                                user.oidcUserService(request -> loggedIn(request, accessTokens)))
                        .defaultSuccessUrl("/", true)
                        .failureUrl("/?login=failed"))
            .logout(logout -> logout.logoutSuccessHandler(alsoAtTheIssuer))
            .addFilterAfter(new LoginEnd(clock), SecurityContextHolderFilter.class)
            .addFilterBefore(
                RateLimitFilter.perAddress(
                    LOG_INS, PathPatternRequestMatcher.pathPattern("/oauth2/authorization/**")),
                OAuth2AuthorizationRequestRedirectFilter.class);
  }

  private static OidcUser loggedIn(OidcUserRequest request, JwtDecoder accessTokens) {
    try {
      return LoggedIn.of(
          request.getIdToken(), accessTokens.decode(request.getAccessToken().getTokenValue()));
    } catch (JwtException | InvalidCallerException e) {
      throw new OAuth2AuthenticationException(new OAuth2Error(OAuth2ErrorCodes.INVALID_TOKEN), e);
    }
  }

  /** The page's script goes there: it may not be redirected to another origin itself. */
  private static void tell(HttpServletRequest request, HttpServletResponse response, String url)
      throws IOException {
    response.setContentType(MediaType.APPLICATION_JSON_VALUE);
    response.getWriter().write("{\"location\":\"%s\"}".formatted(url));
  }
}
