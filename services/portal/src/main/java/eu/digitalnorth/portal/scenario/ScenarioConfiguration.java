package eu.digitalnorth.portal.scenario;

import eu.digitalnorth.country.CountryProfiles;
import eu.digitalnorth.country.identifier.IdentifierSchemes;
import eu.digitalnorth.portal.PortalProperties;
import eu.digitalnorth.restsecurity.RestSecurityProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The scenarios, loaded at start. */
@Configuration(proxyBeanMethods = false)
class ScenarioConfiguration {

  @Bean
  Scenarios scenarios(CountryProfiles profiles, IdentifierSchemes schemes) {
    return Scenarios.load(profiles, schemes);
  }

  @Bean
  Personas personas(PortalProperties properties, RestSecurityProperties rest) {
    return new Personas(properties, RegistryTokens.of(properties, rest));
  }
}
