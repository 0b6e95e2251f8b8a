package eu.digitalnorth.attestation;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import eu.digitalnorth.attestation.authentication.ImpureCanary;
import eu.digitalnorth.attestation.eidapp.NosyCanary;
import org.junit.jupiter.api.Test;

/** Each rule is shown a class that breaks it, so that a rule about nothing is noticed. */
class ArchitectureTest {
  private static final ArchRule THE_DOMAIN_IS_PURE =
      noClasses()
          .that()
          .resideInAPackage("eu.digitalnorth.attestation.authentication..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.springframework..",
              "org.apache.kafka..",
              "org.apache.avro..",
              "eu.digitalnorth.schemas..",
              "eu.digitalnorth.messaging..",
              "eu.digitalnorth.registerview..");

  private static final ArchRule ONLY_MESSAGES_KNOW_AVRO_AND_KAFKA =
      noClasses()
          .that()
          .resideInAPackage("eu.digitalnorth.attestation..")
          .and()
          .resideOutsideOfPackage("eu.digitalnorth.attestation.messages..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.apache.kafka..", "org.apache.avro..", "eu.digitalnorth.schemas..");

  private final JavaClasses ours =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("eu.digitalnorth.attestation");

  @Test
  void theRulesLookAtThisService() {
    assertThat(ours.contain(AttestationApplication.class)).isTrue();
  }

  @Test
  void theDomainIsFreeOfSpringAndKafkaAndAvro() {
    THE_DOMAIN_IS_PURE.check(ours);
  }

  @Test
  void anImpureDomainIsNoticed() {
    JavaClasses canary = new ClassFileImporter().importClasses(ImpureCanary.class);

    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> THE_DOMAIN_IS_PURE.check(canary))
        .withMessageContaining("JdbcClient")
        .withMessageContaining("ProducerRecord")
        .withMessageContaining("SpecificRecord");
  }

  @Test
  void onlyTheMapperAndItsNeighboursKnowAvro() {
    ONLY_MESSAGES_KNOW_AVRO_AND_KAFKA.check(ours);
  }

  @Test
  void anImportOfAGeneratedClassElsewhereIsNoticed() {
    JavaClasses canary = new ClassFileImporter().importClasses(NosyCanary.class);

    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> ONLY_MESSAGES_KNOW_AVRO_AND_KAFKA.check(canary))
        .withMessageContaining("AttestationRequest");
  }
}
