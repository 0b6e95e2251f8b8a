package eu.digitalnorth.portal.scenario;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.portal.PortalProperties;
import eu.digitalnorth.portal.PortalProperties.Secret;
import eu.digitalnorth.restsecurity.RestSecurityProperties;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.client.AuthorizedClientServiceOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.InMemoryOAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.client.OAuth2ClientHttpRequestInterceptor;
import org.springframework.security.oauth2.client.web.client.RequestAttributeClientRegistrationIdResolver;
import org.springframework.security.oauth2.core.AuthorizationGrantType;

/** With which the portal shows the registries that it may be told of the personas. */
record RegistryTokens(Map<String, Secret> secrets, RestSecurityProperties rest) {
  /** Not the person who presses the button: the portal itself asks. */
  private static final Authentication PORTAL =
      new AnonymousAuthenticationToken(
          "portal", "portal", AuthorityUtils.createAuthorityList("ROLE_PORTAL"));

  static RegistryTokens of(PortalProperties portal, RestSecurityProperties rest) {
    return new RegistryTokens(portal.demonstrationSecrets(), rest);
  }

  /** Adds the token of the country that a request names; none without secrets. */
  void addTo(Consumer<ClientHttpRequestInterceptor> interceptors) {
    if (secrets.isEmpty()) {
      return;
    }
    List<ClientRegistration> clients =
        secrets.entrySet().stream().map(one -> client(one.getKey(), one.getValue())).toList();
    InMemoryClientRegistrationRepository registrations =
        new InMemoryClientRegistrationRepository(clients);
    OAuth2ClientHttpRequestInterceptor tokens =
        new OAuth2ClientHttpRequestInterceptor(
            new AuthorizedClientServiceOAuth2AuthorizedClientManager(
                registrations, new InMemoryOAuth2AuthorizedClientService(registrations)));
    tokens.setPrincipalResolver(request -> PORTAL);
    interceptors.accept(tokens);
  }

  /** Names the country whose registry is asked. */
  Consumer<Map<String, Object>> of(String country) {
    return secrets.isEmpty()
        ? attributes -> {}
        : RequestAttributeClientRegistrationIdResolver.clientRegistrationId(
            CountryCode.of(country).lower());
  }

  private ClientRegistration client(String country, Secret secret) {
    return ClientRegistration.withRegistrationId(country)
        .clientId(CountryCode.of(country).value() + ":demonstration")
        .clientSecret(secret.value())
        .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
        .tokenUri(rest.reachedIssuer() + "/oauth2/token")
        .build();
  }
}
