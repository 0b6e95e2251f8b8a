package eu.digitalnorth.attestation.eidapp;

import static eu.digitalnorth.restsecurity.access.Access.citizenOfPathCountry;
import static eu.digitalnorth.restsecurity.access.Access.citizenOrOfficerOfPathCountry;
import static eu.digitalnorth.restsecurity.caller.OfficerRole.EID_ISSUER;

import eu.digitalnorth.restsecurity.access.AccessRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/**
 * Authentications are the citizen's own affair; attestations also that of who issued them. Status
 * lists name nobody, and are for everybody.
 */
@Configuration(proxyBeanMethods = false)
class WhoMayWhat {

  @Bean
  AccessRules accessRules() {
    return requests ->
        requests
            .requestMatchers("/api/eid/{country}/authentications/**")
            .access(citizenOfPathCountry())
            .requestMatchers("/api/eid/{country}/attestations/*/revoke")
            .access(citizenOrOfficerOfPathCountry(EID_ISSUER))
            .requestMatchers(HttpMethod.GET, "/api/eid/{country}/status-lists/*")
            .permitAll();
  }
}
