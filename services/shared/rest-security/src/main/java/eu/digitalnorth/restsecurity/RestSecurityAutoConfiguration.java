package eu.digitalnorth.restsecurity;

import eu.digitalnorth.restsecurity.access.AccessRules;
import eu.digitalnorth.restsecurity.access.BrowserLogin;
import eu.digitalnorth.restsecurity.caller.CallerArgumentResolver;
import eu.digitalnorth.restsecurity.limit.ConcurrencyLimit;
import eu.digitalnorth.restsecurity.problem.ErrorProblemController;
import eu.digitalnorth.restsecurity.problem.Refusals;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jackson.autoconfigure.JsonFactoryBuilderCustomizer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.core.StreamReadConstraints;

/** Guards the REST interface of the service that it is in. */
@AutoConfiguration(
    beforeName = {
      "org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration",
      "org.springframework.boot.security.autoconfigure.actuate.web.servlet.ManagementWebSecurityAutoConfiguration",
      "org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration",
      "org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerAutoConfiguration",
      "org.springframework.boot.security.oauth2.client.autoconfigure.servlet.OAuth2ClientWebSecurityAutoConfiguration",
      "org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration"
    })
@EnableConfigurationProperties(RestSecurityProperties.class)
public class RestSecurityAutoConfiguration {
  /** Nothing that is sent to a service is a tenth as deep. */
  private static final int DEEPEST_JSON = 50;

  @Bean
  @ConditionalOnMissingBean({SecurityFilterChain.class, JwtDecoder.class})
  JwtDecoder accessTokens(RestSecurityProperties properties, Environment environment) {
    return Tokens.decoder(properties, environment.getProperty("exchange.service", ""));
  }

  @Bean
  @ConditionalOnMissingBean(SecurityFilterChain.class)
  SecurityFilterChain restSecurity(
      HttpSecurity http,
      RestSecurityProperties properties,
      JwtDecoder tokens,
      ObjectProvider<AccessRules> rules,
      ObjectProvider<BrowserLogin> login) {
    return new RestSecurity(properties, tokens, new Refusals())
        .guard(http, rules.getIfAvailable(() -> requests -> {}), login.getIfAvailable());
  }

  /** Spring's, and no parameter has control characters: no database or log wants them. */
  @Bean
  @ConditionalOnMissingBean
  HttpFirewall firewall() {
    StrictHttpFirewall firewall = new StrictHttpFirewall();
    firewall.setAllowedParameterValues(value -> value.chars().noneMatch(Character::isISOControl));
    return firewall;
  }

  @Bean
  @ConditionalOnMissingBean(ErrorController.class)
  ErrorProblemController errorProblemController() {
    return new ErrorProblemController();
  }

  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> concurrencyLimit(
      RestSecurityProperties properties) {
    return server -> server.addContextValves(new ConcurrencyLimit(properties.mostRequests()));
  }

  @Bean
  JsonFactoryBuilderCustomizer shallowJson() {
    return json ->
        json.streamReadConstraints(
            StreamReadConstraints.builder().maxNestingDepth(DEEPEST_JSON).build());
  }

  @Bean
  WebMvcConfigurer callerArguments() {
    return new WebMvcConfigurer() {
      @Override
      public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new CallerArgumentResolver());
      }
    };
  }
}
