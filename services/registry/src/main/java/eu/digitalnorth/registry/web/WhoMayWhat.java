package eu.digitalnorth.registry.web;

import static eu.digitalnorth.restsecurity.access.Access.officerOfPathCountry;
import static eu.digitalnorth.restsecurity.caller.OfficerRole.BUSINESS_REGISTRAR;
import static eu.digitalnorth.restsecurity.caller.OfficerRole.DEMONSTRATOR;
import static eu.digitalnorth.restsecurity.caller.OfficerRole.POPULATION_REGISTRAR;

import eu.digitalnorth.restsecurity.access.AccessRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Each register is for the officers of the authority that keeps it, and for nobody else. */
@Configuration(proxyBeanMethods = false)
class WhoMayWhat {

  @Bean
  AccessRules accessRules() {
    return requests ->
        requests
            .requestMatchers("/api/registers/{country}/persons/**")
            .access(officerOfPathCountry(POPULATION_REGISTRAR))
            .requestMatchers("/api/registers/{country}/companies/**")
            .access(officerOfPathCountry(BUSINESS_REGISTRAR))
            .requestMatchers("/api/registers/{country}/personas")
            .access(officerOfPathCountry(POPULATION_REGISTRAR, BUSINESS_REGISTRAR, DEMONSTRATOR));
  }
}
