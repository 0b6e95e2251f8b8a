package eu.digitalnorth.registry;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The population and business registers of the countries that this process serves. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class RegistryApplication {

  public static void main(String[] args) {
    System.setProperty("spring.config.name", "registry");
    SpringApplication.run(RegistryApplication.class, args);
  }
}
