package eu.digitalnorth.issuer.account;

import eu.digitalnorth.issuer.IssuerProperties;
import eu.digitalnorth.restsecurity.caller.Caller.Officer;
import eu.digitalnorth.trust.IssuerSecrets;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/** The programs that get tokens. */
public final class Clients {
  /** The portal's page: people log in with their browsers. */
  static final String PORTAL = "portal";

  /** The citizen's app, which can keep no secret: it proves with PKCE that it began the log-in. */
  static final String EID_APP = "eid-app";

  private final IssuerProperties properties;
  private final IssuerSecrets secrets;
  private final PasswordEncoder passwords;

  public Clients(IssuerProperties properties, IssuerSecrets secrets, PasswordEncoder passwords) {
    this.properties = properties;
    this.secrets = secrets;
    this.passwords = passwords;
  }

  /** One for each authority, and the two with which people log in. */
  public List<RegisteredClient> all(Officers officers) {
    List<RegisteredClient> clients = new ArrayList<>(List.of(portal(), eidApp()));
    officers.all().stream().map(this::system).forEach(clients::add);
    return clients;
  }

  private RegisteredClient portal() {
    RegisteredClient.Builder portal =
        withSecret(PORTAL)
            .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
            .scope(OidcScopes.OPENID);
    for (URI url : properties.portalUrls()) {
      portal.redirectUri(url + "/login/oauth2/code/issuer").postLogoutRedirectUri(url + "/");
    }
    return portal.build();
  }

  private RegisteredClient eidApp() {
    return client(EID_APP)
        .clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
        .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
        // Any port of this machine (RFC 8252, section 7.3).
        .redirectUri("http://127.0.0.1/signed-in")
        .build();
  }

  private RegisteredClient system(Officer officer) {
    return withSecret(officer.authority().value())
        .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
        .build();
  }

  private RegisteredClient.Builder withSecret(String id) {
    return client(id)
        .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
        .clientSecret(passwords.encode(secrets.ofClient(id)));
  }

  private RegisteredClient.Builder client(String id) {
    return RegisteredClient.withId(id)
        .clientId(id)
        .clientSettings(
            ClientSettings.builder()
                .requireProofKey(true)
                .requireAuthorizationConsent(false)
                .build())
        .tokenSettings(
            TokenSettings.builder()
                .accessTokenTimeToLive(properties.tokenLifetime())
                .idTokenSignatureAlgorithm(SignatureAlgorithm.ES256)
                .build());
  }
}
