package eu.digitalnorth.portal;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import eu.digitalnorth.portal.exchange.SpoiledDomainCanary;
import org.junit.jupiter.api.Test;

/** Layers within the portal. Each rule is also shown a class that breaks it. */
class ArchitectureTest {
  private static final ArchRule DOMAIN_IS_FREE =
      noClasses()
          .that()
          .resideInAPackage("eu.digitalnorth.portal.exchange..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.springframework..",
              "org.apache.kafka..",
              "org.apache.avro..",
              "eu.digitalnorth.schemas..",
              "eu.digitalnorth.messaging..");

  private static final ArchRule ONLY_THE_MAPPER_KNOWS_AVRO =
      noClasses()
          .that()
          .haveNameNotMatching(".*AvroMapper(\\$.*)?")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("eu.digitalnorth.schemas..", "org.apache.avro..");

  private final JavaClasses portal =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("eu.digitalnorth.portal");
  private final JavaClasses canary =
      new ClassFileImporter().importClasses(SpoiledDomainCanary.class);

  @Test
  void theDomainIsFreeOfSpringKafkaAndAvro() {
    DOMAIN_IS_FREE.check(portal);
  }

  @Test
  void onlyTheMapperKnowsAvro() {
    ONLY_THE_MAPPER_KNOWS_AVRO.check(portal);
  }

  @Test
  void theRulesNoticeAClassThatBreaksThem() {
    assertThat(DOMAIN_IS_FREE.evaluate(canary).hasViolation()).isTrue();
    assertThat(ONLY_THE_MAPPER_KNOWS_AVRO.evaluate(canary).hasViolation()).isTrue();
  }
}
