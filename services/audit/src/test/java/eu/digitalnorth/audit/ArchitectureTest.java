package eu.digitalnorth.audit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final JavaClasses SERVICE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("eu.digitalnorth.audit");

  @Test
  void theDomainIsFreeOfSpringKafkaAndAvro() {
    assertThat(domain("..audit.ledger..", "..audit.usage..").evaluate(SERVICE).hasViolation())
        .isFalse();
  }

  /** The canary: the rule can fail. */
  @Test
  void theRuleFindsAvroInTheIntakeAndSpringInTheStore() {
    assertThat(domain("..audit.intake..").evaluate(SERVICE).hasViolation()).isTrue();
    assertThat(domain("..audit.store..").evaluate(SERVICE).hasViolation()).isTrue();
  }

  @Test
  void onlyTheIntakeKnowsTheMessages() {
    assertThat(generated("..audit.intake..").evaluate(SERVICE).getFailureReport().getDetails())
        .allMatch(detail -> detail.contains("AuditConfiguration")); // names the endpoint's type
    assertThat(generated("..audit.none..").evaluate(SERVICE).hasViolation()).isTrue();
  }

  private static ArchRule domain(String... packages) {
    return noClasses()
        .that()
        .resideInAnyPackage(packages)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.springframework..",
            "org.apache.kafka..",
            "org.apache.avro..",
            "java.sql..",
            "eu.digitalnorth.schemas..",
            "eu.digitalnorth.messaging..");
  }

  private static ArchRule generated(String except) {
    return noClasses()
        .that()
        .resideOutsideOfPackage(except)
        .should()
        .dependOnClassesThat()
        .resideInAPackage("eu.digitalnorth.schemas..");
  }
}
