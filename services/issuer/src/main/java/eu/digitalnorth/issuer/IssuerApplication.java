package eu.digitalnorth.issuer;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts the issuer. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class IssuerApplication {

  public static void main(String[] args) {
    start(args);
  }

  /** The issuer's own settings are in {@code issuer.yaml}; arguments and environment go before. */
  public static ConfigurableApplicationContext start(String... args) {
    return new SpringApplicationBuilder(IssuerApplication.class)
        .properties("spring.config.name=issuer")
        .run(args);
  }
}
