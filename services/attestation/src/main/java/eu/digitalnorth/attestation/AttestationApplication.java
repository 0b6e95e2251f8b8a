package eu.digitalnorth.attestation;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the attestation service for the countries that it is told to serve. */
@SpringBootApplication
public class AttestationApplication {
  public static void main(String[] arguments) {
    // Several services on one class path must not read each other's settings.
    System.setProperty("spring.config.name", "attestation");
    SpringApplication.run(AttestationApplication.class, arguments);
  }
}
