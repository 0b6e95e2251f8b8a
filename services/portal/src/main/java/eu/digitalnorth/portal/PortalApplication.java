package eu.digitalnorth.portal;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts the portal. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class PortalApplication {

  public static void main(String[] args) {
    start(args);
  }

  /** The portal's own settings are in {@code portal.yaml}; arguments and environment go before. */
  public static ConfigurableApplicationContext start(String... args) {
    return new SpringApplicationBuilder(PortalApplication.class)
        .properties("spring.config.name=portal")
        .run(args);
  }
}
