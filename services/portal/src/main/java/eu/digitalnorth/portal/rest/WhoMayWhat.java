package eu.digitalnorth.portal.rest;

import static eu.digitalnorth.restsecurity.access.Access.caller;
import static eu.digitalnorth.restsecurity.access.Access.officer;
import static eu.digitalnorth.restsecurity.caller.OfficerRole.REQUESTER;

import eu.digitalnorth.restsecurity.access.AccessRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/**
 * Officers of requesting authorities start exchanges; which one sees whom, {@link Viewers} says.
 */
@Configuration(proxyBeanMethods = false)
class WhoMayWhat {

  @Bean
  AccessRules accessRules() {
    return requests ->
        requests
            .requestMatchers(HttpMethod.GET, "/", "/index.html", "/portal.css", "/portal.js")
            .permitAll()
            .requestMatchers(HttpMethod.GET, "/star.svg")
            .permitAll()
            .requestMatchers(HttpMethod.GET, "/api/exchanges/**")
            .access(caller())
            .requestMatchers(HttpMethod.POST, "/api/exchanges/*/withdraw")
            .access(caller())
            .requestMatchers("/api/exchanges/**", "/api/scenarios/**")
            .access(officer(REQUESTER))
            .requestMatchers("/api/me", "/v3/api-docs/**")
            .access(caller());
  }
}
