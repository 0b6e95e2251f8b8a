package eu.digitalnorth.messaging;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import eu.digitalnorth.messaging.codec.CodecCanary;
import eu.digitalnorth.messaging.envelope.EnvelopeCanary;
import eu.digitalnorth.messaging.inbox.InboxCanary;
import eu.digitalnorth.messaging.store.StoreCanary;
import eu.digitalnorth.trust.TrustCanary;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may know whom. Each rule has a canary: a class of the tests that breaks it. */
class LayersTest {
  private static final String OURS = "eu.digitalnorth.messaging.";
  private static final String SPRING = "org.springframework..";
  private static final JavaClasses SHIPPED =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("eu.digitalnorth.messaging", "eu.digitalnorth.trust");

  static Stream<Arguments> rules() {
    return Stream.of(
        arguments(
            noClasses()
                .that(resideInAnyPackage(OURS + "envelope", OURS + "topic"))
                .should()
                .dependOnClassesThat(
                    resideInAnyPackage(
                        OURS + "store", OURS + "inbox", OURS + "effect", OURS + "codec", SPRING))
                .because("what a message is does not depend on how it is stored or brought about"),
            EnvelopeCanary.class),
        arguments(
            noClasses()
                .that(resideInAPackage(OURS + "codec"))
                .should()
                .dependOnClassesThat(resideInAnyPackage(OURS + "store", OURS + "inbox", SPRING))
                .because("bytes are read alike wherever they are kept"),
            CodecCanary.class),
        arguments(
            noClasses()
                .that(resideInAPackage(OURS + "store"))
                .should()
                .dependOnClassesThat(
                    resideInAnyPackage(
                        OURS + "inbox", OURS + "effect", OURS + "codec", "org.apache.avro.."))
                .because("what is stored are bytes, without schemas and handlers"),
            StoreCanary.class),
        arguments(
            noClasses()
                .that(resideInAPackage("eu.digitalnorth.messaging.."))
                .and(not(resideInAPackage(OURS + "lifecycle")))
                .should()
                .dependOnClassesThat(
                    resideInAnyPackage(
                        OURS + "lifecycle", "org.springframework.boot.autoconfigure.."))
                .because("the life cycle puts the parts together, and they do not know it"),
            InboxCanary.class),
        arguments(
            noClasses()
                .that(resideInAPackage("eu.digitalnorth.trust.."))
                .should()
                .dependOnClassesThat(
                    resideInAnyPackage(
                        SPRING, "org.apache.kafka..", "org.apache.avro..", OURS + "."))
                .because("trust can be audited by itself"),
            TrustCanary.class));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rules")
  void theLayersAreKept(ArchRule rule, Class<?> canary) {
    rule.check(SHIPPED);
    JavaClasses broken = new ClassFileImporter().importClasses(canary);
    assertThatThrownBy(() -> rule.check(broken))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(canary.getSimpleName());
  }

  @Test
  void theClassesOfBothModulesAreLookedAt() {
    assertThat(SHIPPED).hasSizeGreaterThan(50);
    assertThat(SHIPPED.contain("eu.digitalnorth.trust.Pseudonyms")).isTrue();
    assertThat(SHIPPED.contain(LayersTest.class)).isFalse();
  }
}
