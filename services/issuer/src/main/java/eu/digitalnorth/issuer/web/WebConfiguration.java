package eu.digitalnorth.issuer.web;

import eu.digitalnorth.issuer.IssuerProperties;
import eu.digitalnorth.restsecurity.RestSecurityProperties;
import eu.digitalnorth.restsecurity.limit.RateLimitFilter;
import eu.digitalnorth.restsecurity.limit.RequestSizeFilter;
import jakarta.servlet.DispatcherType;
import java.net.URI;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;

/** Spring Authorization Server's endpoints, and a page to log in on. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration {
  private final RestSecurityProperties limits;
  private final RateLimitFilter perAddress;
  private final String pagePolicy;
  private final String portal;

  WebConfiguration(RestSecurityProperties limits, IssuerProperties properties) {
    this.limits = limits;
    this.perAddress = RateLimitFilter.perAddress(limits.rateLimit().perAddress());
    this.portal = properties.portalUrls().getFirst() + "/";
    // A form's answer may lead back to the portal, which browsers count as part of the form.
    this.pagePolicy =
        "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none';"
            + " form-action 'self' "
            + properties.portalUrls().stream().map(URI::toString).collect(Collectors.joining(" "));
  }

  @Bean
  @Order(1)
  SecurityFilterChain endpoints(HttpSecurity http) {
    http.oauth2AuthorizationServer(
            server -> {
              http.securityMatcher(server.getEndpointsMatcher());
              server.oidc(Customizer.withDefaults());
            })
        .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
        .exceptionHandling(
            failures ->
                failures.defaultAuthenticationEntryPointFor(
                    new LoginUrlAuthenticationEntryPoint(LoginPage.PATH),
                    new MediaTypeRequestMatcher(MediaType.TEXT_HTML)));
    return guarded(http);
  }

  @Bean
  @Order(2)
  SecurityFilterChain pages(HttpSecurity http) {
    // Whoever comes here without having been sent has only the portal to go to.
    HttpSessionRequestCache sentHere = new HttpSessionRequestCache();
    sentHere.setRequestMatcher(request -> false);
    http.formLogin(form -> form.loginPage(LoginPage.PATH).defaultSuccessUrl(portal))
        .requestCache(cache -> cache.requestCache(sentHere))
        .authorizeHttpRequests(
            requests ->
                requests
                    .dispatcherTypeMatchers(DispatcherType.ERROR)
                    .permitAll()
                    .requestMatchers(
                        LoginPage.PATH, "/issuer.css", "/actuator/health", "/actuator/health/**")
                    .permitAll()
                    .anyRequest()
                    .denyAll());
    return guarded(http);
  }

  private SecurityFilterChain guarded(HttpSecurity http) {
    return http.headers(
            headers ->
                headers
                    .contentSecurityPolicy(policy -> policy.policyDirectives(pagePolicy))
                    .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER)))
        .addFilterAfter(
            new RequestSizeFilter(limits.mostBytes().toBytes()), HeaderWriterFilter.class)
        .addFilterAfter(perAddress, HeaderWriterFilter.class)
        .build();
  }
}
