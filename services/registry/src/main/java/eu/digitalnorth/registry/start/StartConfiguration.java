package eu.digitalnorth.registry.start;

import eu.digitalnorth.country.identifier.IdentifierSchemes;
import eu.digitalnorth.registry.change.ChangeIds;
import java.time.Clock;
import java.util.UUID;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is put together by hand. */
@Configuration(proxyBeanMethods = false)
class StartConfiguration {

  @Bean
  IdentifierSchemes identifierSchemes(Clock clock) {
    return new IdentifierSchemes(clock);
  }

  @Bean
  ChangeIds changeIds() {
    return UUID::randomUUID;
  }

  /** The health contributor {@code seed}, part of the readiness group. */
  @Bean
  HealthIndicator seedHealthIndicator(SeedLifecycle seed) {
    return () ->
        seed.isPublished()
            ? Health.up().build()
            : Health.outOfService().withDetail("registers", "not published yet").build();
  }
}
