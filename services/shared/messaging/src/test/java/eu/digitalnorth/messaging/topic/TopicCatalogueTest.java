package eu.digitalnorth.messaging.topic;

import static org.assertj.core.api.Assertions.assertThat;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.schemas.RecordTypes;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TopicCatalogueTest {
  private static final CountryCode EE = CountryCode.of("ee");
  private static final CountryCode NO = CountryCode.of("no");

  @Test
  void topicsAreNamedAfterTheirOwnerDomainMessageAndVersion() {
    assertThat(TopicCatalogue.all())
        .allSatisfy(
            t -> assertThat(t.nameFor(EE)).matches("ee\\.[a-z]+\\.[a-z]+(-[a-z]+)*\\.v[1-9]"));
    assertThat(TopicCatalogue.EVIDENCE_REQUEST.nameFor(NO)).isEqualTo("no.evidence.request.v1");
  }

  @Test
  void noTwoTopicsHaveTheSameName() {
    List<String> names =
        Stream.of(EE, NO)
            .flatMap(country -> TopicCatalogue.ownedBy(country).stream())
            .map(TopicDeclaration::name)
            .toList();

    assertThat(names).doesNotHaveDuplicates().hasSizeGreaterThan(30);
  }

  @Test
  void deadLettersHaveAsManyPartitionsAsWhatTheyComeFrom() {
    Map<String, Integer> partitions =
        TopicCatalogue.ownedBy(EE).stream()
            .collect(Collectors.toMap(TopicDeclaration::name, TopicDeclaration::partitions));
    for (Topic<?> topic : TopicCatalogue.all()) {
      for (Service reader : topic.readers()) {
        assertThat(partitions)
            .containsEntry(TopicCatalogue.deadLetters(EE, reader, topic), topic.partitions());
      }
    }
  }

  @Test
  void deadLettersAreNamedAfterTheirReaderAndSource() {
    assertThat(TopicCatalogue.deadLetters(EE, Service.EVIDENCE, TopicCatalogue.EVIDENCE_REQUEST))
        .isEqualTo("ee.dlt.evidence.ee.evidence.request.v1");
    assertThat(TopicCatalogue.deadLetters(EE, Service.EVIDENCE, TopicCatalogue.ATTESTATION_STATUS))
        .isEqualTo("ee.dlt.evidence.eid.attestation-status.v1");
  }

  @Test
  void aTopicIsFoundByItsFullNameOnly() {
    for (Topic<?> topic : TopicCatalogue.all()) {
      assertThat(TopicCatalogue.find(topic.nameFor(EE))).contains(topic);
      assertThat(TopicCatalogue.find(topic.name())).isEmpty();
    }
    assertThat(TopicCatalogue.find("ee.dlt.evidence.ee.evidence.request.v1")).isEmpty();
    assertThat(TopicCatalogue.find("nonsense")).isEmpty();
    assertThat(TopicCatalogue.find("")).isEmpty();
  }

  @Test
  void everyMessageHasATopicAndEveryTopicAMessage() {
    assertThat(TopicCatalogue.all())
        .extracting(Topic::schema)
        .containsExactlyInAnyOrderElementsOf(RecordTypes.messages());
  }

  @Test
  void compactedTopicsHaveOnePartitionSoThatOneOffsetTellsWhatWasSeen() {
    assertThat(TopicCatalogue.all())
        .filteredOn(Topic::compacted)
        .isNotEmpty()
        .allSatisfy(topic -> assertThat(topic.partitions()).isEqualTo(1))
        .allSatisfy(
            topic -> assertThat(topic.configuration()).containsEntry("cleanup.policy", "compact"));
  }

  @Test
  void everyTopicHasAWriter() {
    assertThat(TopicCatalogue.all()).allSatisfy(topic -> assertThat(topic.writers()).isNotEmpty());
  }
}
