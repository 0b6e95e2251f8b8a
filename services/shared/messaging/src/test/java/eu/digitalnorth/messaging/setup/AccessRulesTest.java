package eu.digitalnorth.messaging.setup;

import static org.assertj.core.api.Assertions.assertThat;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.country.CountryProfiles;
import eu.digitalnorth.messaging.topic.Topic;
import eu.digitalnorth.messaging.topic.TopicCatalogue;
import eu.digitalnorth.messaging.topic.TopicDeclaration;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.Test;

class AccessRulesTest {
  /** Tests run in the module's folder. */
  private static final Path DOCUMENT = Path.of("../../../docs/broker-security.md");

  private static final CountryCode EE = CountryCode.of("ee");
  private static final CountryCode NO = CountryCode.of("no");
  private static final Set<CountryCode> ALL = CountryProfiles.load().codes();

  @Test
  void everyRuleNamesACountryAndNoTopicByAPattern() {
    assertThat(ofEverybody())
        .allSatisfy(
            rule -> {
              assertThat(rule.entry().principal()).matches("User:[a-z]{2}");
              assertThat(rule.entry().permissionType()).isEqualTo(AclPermissionType.ALLOW);
              assertThat(rule.entry().operation()).isIn(AclOperation.READ, AclOperation.WRITE);
              if (rule.pattern().resourceType() == ResourceType.TOPIC) {
                assertThat(rule.pattern().patternType()).isEqualTo(PatternType.LITERAL);
                assertThat(rule.pattern().name()).matches("[a-z]{2}\\..+");
              }
            });
  }

  @Test
  void nothingIsAllowedBeyondTopicsAndOnesOwnGroups() {
    assertThat(AccessRules.ofCountry(EE, ALL))
        .filteredOn(rule -> rule.pattern().resourceType() != ResourceType.TOPIC)
        .singleElement()
        .satisfies(
            rule -> {
              assertThat(rule.pattern().resourceType()).isEqualTo(ResourceType.GROUP);
              assertThat(rule.pattern().name()).isEqualTo("ee.");
            });
  }

  @Test
  void redriveReadsDeadLettersAndWritesNoStateAndOfNamedCountriesOnly() {
    Set<AclBinding> rules = AccessRules.ofRedrive(List.of(EE));

    assertThat(rules)
        .filteredOn(rule -> rule.pattern().resourceType() == ResourceType.TOPIC)
        .allMatch(rule -> rule.pattern().name().startsWith("ee."));
    assertThat(rules)
        .filteredOn(rule -> rule.entry().operation() == AclOperation.WRITE)
        .extracting(rule -> rule.pattern().name())
        .contains("ee.evidence.request.v1", "ee.dlt.parked", "redrive.")
        .doesNotContain("ee.dlt.evidence.ee.evidence.request.v1")
        .noneMatch(
            name -> TopicCatalogue.find(name).filter(topic -> topic.compacted()).isPresent());
  }

  @Test
  void everyTopicOfTheCatalogueIsWrittenBySomebody() {
    Set<String> written =
        Stream.concat(ofEverybody().stream(), AccessRules.ofRedrive(ALL).stream())
            .filter(rule -> rule.pattern().resourceType() == ResourceType.TOPIC)
            .filter(rule -> rule.entry().operation() == AclOperation.WRITE)
            .map(rule -> rule.pattern().name())
            .collect(Collectors.toSet());

    assertThat(written)
        .containsExactlyInAnyOrderElementsOf(
            ALL.stream()
                .flatMap(country -> TopicCatalogue.ownedBy(country).stream())
                .map(TopicDeclaration::name)
                .toList());
  }

  @Test
  void theBridgeReadsWhatLeavesAClusterAndWritesWhatComesToIt() {
    Set<AclBinding> rules = AccessRules.ofBridge(List.of(EE), List.of(NO));

    assertThat(topics(rules, AclOperation.READ))
        .containsExactlyInAnyOrder(
            "bridge.",
            "ee.eid.attestation-status.v1",
            "ee.trust.key.v1",
            "no.eid.attestation-request.v1",
            "no.eid.attestation-response.v1",
            "no.evidence.request.v1",
            "no.evidence.response.v1",
            "no.register.life-event.v1");
    assertThat(topics(rules, AclOperation.WRITE))
        .contains("bridge.", "ee.evidence.request.v1", "no.trust.key.v1")
        .doesNotContain("no.evidence.request.v1", "ee.trust.key.v1", "ee.register.person.v1");
  }

  @Test
  void theTesterOnlyReads() {
    assertThat(AccessRules.ofTester(ALL))
        .extracting(rule -> rule.entry().operation())
        .containsOnly(AclOperation.READ);
  }

  @Test
  void replayWritesOnlyUnderItsPrefix() {
    assertThat(AccessRules.ofReplay(List.of("ee.evidence.request.v1")))
        .filteredOn(rule -> rule.entry().operation() != AclOperation.READ)
        .allMatch(rule -> rule.pattern().name().equals("replay."));
  }

  @Test
  void theDocumentHasTheTableOfWhoMayDoWhat() {
    assertThat(DOCUMENT).content().contains(table());
  }

  /** As the rules have it, for Estonia's topics. */
  private static String table() {
    String rows =
        TopicCatalogue.all().stream()
            .map(
                topic ->
                    "| `<country>.%s` | %s | %s |\n"
                        .formatted(topic.name(), allowed(EE, topic), allowed(NO, topic)))
            .collect(Collectors.joining());
    return "| topic | its owner | every other country |\n|---|---|---|\n" + rows;
  }

  private static String allowed(CountryCode country, Topic<?> topic) {
    String operations =
        AccessRules.ofCountry(country, ALL).stream()
            .filter(rule -> rule.pattern().name().equals(topic.nameFor(EE)))
            .map(rule -> rule.entry().operation() == AclOperation.READ ? "reads" : "writes")
            .sorted()
            .collect(Collectors.joining(", "));
    return operations.isEmpty() ? "nothing" : operations;
  }

  private static List<String> topics(Set<AclBinding> rules, AclOperation operation) {
    return rules.stream()
        .filter(rule -> rule.entry().operation() == operation)
        .filter(rule -> rule.pattern().resourceType() == ResourceType.TOPIC)
        .map(rule -> rule.pattern().name())
        .toList();
  }

  private static Collection<AclBinding> ofEverybody() {
    return ALL.stream().flatMap(AccessRulesTest::of).toList();
  }

  private static Stream<AclBinding> of(CountryCode country) {
    return AccessRules.ofCountry(country, ALL).stream();
  }
}
