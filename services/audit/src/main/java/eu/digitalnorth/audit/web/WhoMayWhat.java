package eu.digitalnorth.audit.web;

import static eu.digitalnorth.restsecurity.access.Access.caller;
import static eu.digitalnorth.restsecurity.access.Access.officerOfPathCountry;
import static eu.digitalnorth.restsecurity.caller.OfficerRole.LEDGER_SUPERVISOR;

import eu.digitalnorth.restsecurity.access.AccessRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * A ledger is for its country's supervisors; what it says of a citizen is for that citizen, also in
 * another country's ledger, since data are used across borders.
 */
@Configuration(proxyBeanMethods = false)
class WhoMayWhat {

  @Bean
  AccessRules accessRules() {
    return requests ->
        requests
            .requestMatchers("/api/audit/{country}/usage", "/api/audit/{country}/v2/findUsage")
            .access(caller()) // the controller takes citizens only
            .requestMatchers("/api/audit/{country}/**")
            .access(officerOfPathCountry(LEDGER_SUPERVISOR));
  }
}
