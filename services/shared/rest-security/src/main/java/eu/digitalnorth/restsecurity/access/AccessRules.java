package eu.digitalnorth.restsecurity.access;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;

/** What a service lets whom do. Whatever it does not name is denied to everybody. */
@FunctionalInterface
public interface AccessRules {
  void define(
      AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
          requests);
}
