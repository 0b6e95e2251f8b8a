package eu.digitalnorth.attestation;

import eu.digitalnorth.attestation.authentication.AuthenticationRules;
import eu.digitalnorth.attestation.authentication.Issuer;
import eu.digitalnorth.country.CountryProfiles;
import eu.digitalnorth.country.identifier.IdentifierSchemes;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes beans of what does not know Spring. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AttestationProperties.class)
class AttestationConfiguration {

  @Bean
  IdentifierSchemes identifierSchemes(Clock clock) {
    return new IdentifierSchemes(clock);
  }

  @Bean
  AuthenticationRules authenticationRules(CountryProfiles profiles) {
    return new AuthenticationRules(profiles);
  }

  @Bean
  Issuer issuer(
      CountryProfiles profiles, AuthenticationRules rules, AttestationProperties settings) {
    return new Issuer(profiles, rules, settings.validity());
  }
}
