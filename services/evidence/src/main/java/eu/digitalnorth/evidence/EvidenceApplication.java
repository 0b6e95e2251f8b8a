package eu.digitalnorth.evidence;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the evidence providers of the countries that this process serves. */
@SpringBootApplication
public class EvidenceApplication {

  public static void main(String[] arguments) {
    System.setProperty("spring.config.name", "evidence");
    SpringApplication.run(EvidenceApplication.class, arguments);
  }
}
