package eu.digitalnorth.registry.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import eu.digitalnorth.registry.architecture.violations.DomainThatKnowsSpring;
import eu.digitalnorth.registry.architecture.violations.ListenerThatKnowsAvro;
import eu.digitalnorth.registry.architecture.violations.StoreThatKnowsTheWeb;
import org.junit.jupiter.api.Test;

/** The layers of the registry; each rule is shown to catch a class that breaks it. */
class LayersTest {
  private static final String REGISTRY = "eu.digitalnorth.registry";
  private static final String VIOLATIONS = REGISTRY + ".architecture.violations";

  /** With what the compiler makes of a mapper's switch, a class {@code $1} of its own. */
  private static final String MAPPER = ".*AvroMapper(\\$.*)?";

  private static final JavaClasses SERVICE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(REGISTRY);

  private static ArchRule domainIsFreeOfFrameworks(String... domain) {
    return noClasses()
        .that()
        .resideInAnyPackage(domain)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.springframework..",
            "org.apache.avro..",
            "org.apache.kafka..",
            "java.sql..",
            "eu.digitalnorth.messaging..",
            "eu.digitalnorth.schemas..")
        .because("rules are read and tested without any framework");
  }

  private static ArchRule onlyMappersKnowGeneratedClasses() {
    return classes()
        .that()
        .haveNameNotMatching(MAPPER)
        .should()
        .onlyDependOnClassesThat()
        .resideOutsideOfPackage("eu.digitalnorth.schemas..")
        .because("a new version of a message changes mappers and nothing else");
  }

  private static ArchRule nothingKnowsTheWeb() {
    return noClasses()
        .that()
        .resideOutsideOfPackage(REGISTRY + ".web..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(REGISTRY + ".web..", "org.springframework.web..")
        .because("the registers can be changed by others than REST");
  }

  @Test
  void theDomainIsFreeOfFrameworks() {
    domainIsFreeOfFrameworks(
            REGISTRY + ".register..",
            REGISTRY + ".population..",
            REGISTRY + ".business..",
            REGISTRY + ".seed..")
        .check(SERVICE);
  }

  @Test
  void onlyMappersKnowTheGeneratedClasses() {
    onlyMappersKnowGeneratedClasses().check(SERVICE);
  }

  @Test
  void onlyTheWebKnowsTheWeb() {
    nothingKnowsTheWeb().check(SERVICE);
  }

  @Test
  void aDomainClassThatKnowsSpringIsCaught() {
    assertCaught(domainIsFreeOfFrameworks(VIOLATIONS), DomainThatKnowsSpring.class);
  }

  @Test
  void aListenerThatKnowsAGeneratedClassIsCaught() {
    assertCaught(onlyMappersKnowGeneratedClasses(), ListenerThatKnowsAvro.class);
  }

  @Test
  void aStoreThatKnowsTheWebIsCaught() {
    assertCaught(nothingKnowsTheWeb(), StoreThatKnowsTheWeb.class);
  }

  private static void assertCaught(ArchRule rule, Class<?> violation) {
    JavaClasses only = new ClassFileImporter().importClasses(violation);

    assertThat(rule.evaluate(only).hasViolation()).isTrue();
  }
}
