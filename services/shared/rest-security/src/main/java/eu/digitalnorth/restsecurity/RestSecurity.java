package eu.digitalnorth.restsecurity;

import eu.digitalnorth.restsecurity.access.AccessRules;
import eu.digitalnorth.restsecurity.access.BrowserLogin;
import eu.digitalnorth.restsecurity.caller.Callers;
import eu.digitalnorth.restsecurity.limit.RateLimitFilter;
import eu.digitalnorth.restsecurity.limit.RequestSizeFilter;
import eu.digitalnorth.restsecurity.problem.Refusals;
import jakarta.servlet.DispatcherType;
import org.jspecify.annotations.Nullable;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.resource.OAuth2ResourceServerConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.AuthenticationEntryPointFailureHandler;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** The chain that every request goes through. */
record RestSecurity(RestSecurityProperties properties, JwtDecoder tokens, Refusals refusals) {
  private static final String NO_DEVICES = "camera=(), geolocation=(), microphone=()";

  SecurityFilterChain guard(HttpSecurity http, AccessRules rules, @Nullable BrowserLogin login) {
    http.headers(this::headers)
        .oauth2ResourceServer(this::tokens)
        .authorizeHttpRequests(requests -> requests(requests, rules))
        .exceptionHandling(
            failures -> failures.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
        .addFilterAfter(
            new RequestSizeFilter(properties.mostBytes().toBytes()), HeaderWriterFilter.class)
        .addFilterAfter(
            RateLimitFilter.perAddress(properties.rateLimit().perAddress()),
            HeaderWriterFilter.class)
        .addFilterAfter(
            RateLimitFilter.perCaller(properties.rateLimit().perCaller()),
            AnonymousAuthenticationFilter.class)
        .requestCache(AbstractHttpConfigurer::disable);
    if (login == null) {
      http.csrf(AbstractHttpConfigurer::disable) // there is no cookie that a browser could add
          .logout(AbstractHttpConfigurer::disable)
          .sessionManagement(
              sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
    } else {
      http.csrf(CsrfConfigurer::spa); // and not for requests with a token: those are no browser's
      login.configure(http);
    }
    return http.build();
  }

  private void requests(
      AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
          requests,
      AccessRules rules) {
    // What Spring itself dispatches within a request that was let through, or refused, before.
    requests
        .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC, DispatcherType.FORWARD)
        .permitAll()
        .requestMatchers("/actuator/health", "/actuator/health/**")
        .permitAll();
    rules.define(requests);
    requests.anyRequest().denyAll();
  }

  private void headers(HeadersConfigurer<HttpSecurity> headers) {
    headers
        .contentSecurityPolicy(
            policy -> policy.policyDirectives(properties.contentSecurityPolicy()))
        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
        .permissionsPolicyHeader(devices -> devices.policy(NO_DEVICES));
  }

  private void tokens(OAuth2ResourceServerConfigurer<HttpSecurity> server) {
    AuthenticationEntryPointFailureHandler toldApart =
        new AuthenticationEntryPointFailureHandler(refusals);
    toldApart.setRethrowAuthenticationServiceException(false);
    server
        .authenticationEntryPoint(refusals)
        .accessDeniedHandler(refusals)
        .jwt(jwt -> jwt.decoder(tokens).jwtAuthenticationConverter(Callers::authentication))
        .withObjectPostProcessor(
            new ObjectPostProcessor<BearerTokenAuthenticationFilter>() {
              @Override
              public <O extends BearerTokenAuthenticationFilter> O postProcess(O filter) {
                filter.setAuthenticationFailureHandler(toldApart);
                return filter;
              }
            });
  }
}
