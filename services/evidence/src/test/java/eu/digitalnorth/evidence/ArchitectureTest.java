package eu.digitalnorth.evidence;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import eu.digitalnorth.evidence.domain.canary.CanaryInTheDomain;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchitectureTest {
  private static final JavaClasses OURS =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("eu.digitalnorth.evidence");
  private static final JavaClasses CANARY =
      new ClassFileImporter().importClasses(CanaryInTheDomain.class);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "org.springframework..",
        "org.apache.kafka..",
        "org.apache.avro..",
        "eu.digitalnorth.schemas..",
        "eu.digitalnorth.messaging..",
        "eu.digitalnorth.registerview.."
      })
  void theDomainKnowsNothingOfHowItIsReached(String packages) {
    theDomainIsFreeOf(packages).check(OURS);
  }

  @Test
  void messagesOfTheWireAreKnownWhereTheyAreMappedOnly() {
    noClasses()
        .that()
        .resideOutsideOfPackage("eu.digitalnorth.evidence.exchange")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("eu.digitalnorth.schemas..")
        .check(OURS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"org.springframework..", "org.apache.kafka..", "eu.digitalnorth.schemas.."})
  void theRuleNoticesTheCanary(String packages) {
    List<String> violations =
        theDomainIsFreeOf(packages).evaluate(CANARY).getFailureReport().getDetails();

    assertThat(violations).isNotEmpty();
  }

  private static ArchRule theDomainIsFreeOf(String packages) {
    return noClasses()
        .that()
        .resideInAPackage("eu.digitalnorth.evidence.domain..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(packages);
  }
}
