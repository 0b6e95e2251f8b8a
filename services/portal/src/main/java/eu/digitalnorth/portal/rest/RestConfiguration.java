package eu.digitalnorth.portal.rest;

import eu.digitalnorth.country.CountryProfiles;
import eu.digitalnorth.country.identifier.IdentifierSchemes;
import eu.digitalnorth.messaging.ServedCountries;
import eu.digitalnorth.portal.exchange.DraftCheck;
import eu.digitalnorth.restsecurity.caller.Caller;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import java.time.Clock;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the REST interface needs. */
@Configuration(proxyBeanMethods = false)
class RestConfiguration {

  @Bean
  IdentifierSchemes identifierSchemes(Clock clock) {
    return new IdentifierSchemes(clock);
  }

  @Bean
  DraftCheck draftCheck(
      CountryProfiles profiles, IdentifierSchemes schemes, ServedCountries served) {
    return new DraftCheck(profiles, schemes, served.codes());
  }

  @Bean
  OpenAPI openApi() {
    // Callers come from tokens: they are no parameters.
    SpringDocUtils.getConfig()
        .addRequestWrapperToIgnore(Caller.class, Caller.Citizen.class, Caller.Officer.class);
    return new OpenAPI()
        .info(
            new Info()
                .title("Digital North: portal")
                .version("1")
                .description("Starts exchanges of attestations and evidence between countries."));
  }
}
