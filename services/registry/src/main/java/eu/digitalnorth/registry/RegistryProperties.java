package eu.digitalnorth.registry;

import eu.digitalnorth.registry.seed.SeedSize;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of this service, prefix {@code exchange.registry}.
 *
 * @param seed the same seed gives the same people and companies
 * @param people least number of people of each country
 * @param companies number of companies of each country
 */
@ConfigurationProperties("exchange.registry")
public record RegistryProperties(
    @DefaultValue("2017") long seed,
    @DefaultValue("1000") int people,
    @DefaultValue("200") int companies) {

  public RegistryProperties {
    new SeedSize(people, companies);
  }

  public SeedSize size() {
    return new SeedSize(people, companies);
  }
}
