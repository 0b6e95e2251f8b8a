package eu.digitalnorth.audit;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The tamper-evident ledgers of one or several countries. */
@SpringBootApplication
public class AuditApplication {
  public static void main(String[] args) {
    System.setProperty("spring.config.name", "audit");
    SpringApplication.run(AuditApplication.class, args);
  }
}
