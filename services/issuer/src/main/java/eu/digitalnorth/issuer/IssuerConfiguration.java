package eu.digitalnorth.issuer;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import eu.digitalnorth.country.CountryProfiles;
import eu.digitalnorth.country.identifier.IdentifierSchemes;
import eu.digitalnorth.issuer.account.Accounts;
import eu.digitalnorth.issuer.account.Clients;
import eu.digitalnorth.issuer.account.GeneratedSecretEncoder;
import eu.digitalnorth.issuer.account.Officers;
import eu.digitalnorth.issuer.token.Claims;
import eu.digitalnorth.issuer.token.LoginsInMemory;
import eu.digitalnorth.trust.IssuerSecrets;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;

/** Puts the issuer together. */
@Configuration(proxyBeanMethods = false)
class IssuerConfiguration {

  @Bean
  IssuerSecrets issuerSecrets(IssuerProperties properties) {
    return new IssuerSecrets(properties.directory());
  }

  @Bean
  Officers officers(CountryProfiles profiles) {
    return new Officers(profiles);
  }

  @Bean
  CountryProfiles countryProfiles() {
    return CountryProfiles.load();
  }

  @Bean
  PasswordEncoder passwordEncoder() {
    return new GeneratedSecretEncoder();
  }

  @Bean
  Accounts accounts(
      CountryProfiles profiles, Officers officers, IssuerSecrets secrets, PasswordEncoder encoder) {
    return new Accounts(
        profiles, new IdentifierSchemes(Clock.systemUTC()), officers, secrets, encoder);
  }

  @Bean
  RegisteredClientRepository clients(
      IssuerProperties properties,
      IssuerSecrets secrets,
      Officers officers,
      PasswordEncoder encoder) {
    return new InMemoryRegisteredClientRepository(
        new Clients(properties, secrets, encoder).all(officers));
  }

  @Bean
  JWKSource<SecurityContext> signingKeys(IssuerSecrets secrets) {
    return new ImmutableJWKSet<>(new JWKSet(secrets.signingKey()));
  }

  @Bean
  OAuth2TokenCustomizer<JwtEncodingContext> claims(Officers officers) {
    return new Claims(officers);
  }

  @Bean
  OAuth2AuthorizationService logins() {
    return new LoginsInMemory();
  }

  @Bean
  AuthorizationServerSettings settings(IssuerProperties properties) {
    return AuthorizationServerSettings.builder().issuer(properties.url().toString()).build();
  }
}
