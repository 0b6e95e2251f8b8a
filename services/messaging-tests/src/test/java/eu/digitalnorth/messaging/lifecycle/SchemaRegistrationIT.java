package eu.digitalnorth.messaging.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.country.CountryProfiles;
import eu.digitalnorth.messaging.ExchangeProperties;
import eu.digitalnorth.messaging.setup.SchemaRegistration;
import eu.digitalnorth.messaging.setup.SchemaRegistrationException;
import eu.digitalnorth.messaging.setup.SchemaRegistryClients;
import eu.digitalnorth.messaging.topic.Service;
import eu.digitalnorth.messaging.topic.TopicCatalogue;
import eu.digitalnorth.schemas.RecordTypes;
import eu.digitalnorth.testservers.TestServers;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

class SchemaRegistrationIT {
  private static final CountryCode SE = CountryCode.of("se");
  private static final CountryCode FI = CountryCode.of("fi");

  /** Slow machines are slow; on an idle one of two cores it is below 3 s. */
  private static final Duration LONGEST = Duration.ofSeconds(60);

  private final TestServers servers = TestServers.shared();

  @Test
  void allCountriesAreRegisteredQuicklyAndAgainInNoTime() {
    List<CountryCode> all = List.copyOf(CountryProfiles.load().codes());
    Duration first = timed(() -> new SchemaRegistration(newClient()).register(all));
    Duration again = timed(() -> new SchemaRegistration(newClient()).register(all));
    System.out.printf("Registered the schemas in %s, and again in %s%n", first, again);

    assertThat(first).isLessThan(LONGEST);
    assertThat(again).isLessThan(LONGEST);
  }

  @Test
  void doingItAgainAddsNoVersion() throws Exception {
    new SchemaRegistration(newClient()).register(List.of(SE));
    new SchemaRegistration(newClient()).register(List.of(SE));

    assertThat(newClient().getAllVersions("se.evidence.request.v1-value")).containsExactly(1);
  }

  @Test
  void aSubjectIsFullyTransitivelyCompatible() throws Exception {
    new SchemaRegistration(newClient()).register(List.of(SE));

    assertThat(newClient().getCompatibility("se.evidence.request.v1-value"))
        .isEqualTo("FULL_TRANSITIVE");
  }

  @Test
  void aPersonalRecordIsFoundUnderItsFullName() throws Exception {
    new SchemaRegistration(newClient()).register(List.of(SE));

    for (Schema personal : RecordTypes.personal()) {
      String subject = SchemaRegistration.subjectOf(personal);
      int id = newClient().getId(subject, new AvroSchema(personal));
      assertThat(newClient().getSchemaById(id).rawSchema().toString())
          .isEqualTo(personal.toString());
    }
  }

  @Test
  void aSubjectThatHoldsSomethingElseIsNamed() throws Exception {
    Schema other =
        new Schema.Parser()
            .parse(
                """
                {"type": "record", "name": "EvidenceRequest",
                 "namespace": "eu.digitalnorth.schemas.evidence",
                 "fields": [{"name": "other", "type": "string"}]}
                """);
    String subject = TopicCatalogue.EVIDENCE_REQUEST.nameFor(FI) + "-value";
    SchemaRegistryClient client = newClient();
    client.register(subject, new AvroSchema(other));
    try {
      assertThatThrownBy(() -> new SchemaRegistration(newClient()).register(List.of(FI)))
          .isInstanceOf(SchemaRegistrationException.class)
          .hasMessageContaining(subject)
          .hasMessageContaining("FULL_TRANSITIVE");
    } finally {
      client.deleteSubject(subject);
    }
  }

  @Test
  void aServiceThatFindsTheSchemasOfItsBuildStarts() {
    new SchemaRegistration(newClient()).register(List.of(SE));

    SchemaCheck check = new SchemaCheck(properties(), newClient());

    assertThatCode(() -> check.await(List.of(SE))).doesNotThrowAnyException();
  }

  @Test
  void aServiceWhoseSchemasAreNotRegisteredDoesNotStart() {
    SchemaCheck check = new SchemaCheck(properties(), newClient());

    assertThatThrownBy(() -> check.await(List.of(CountryCode.of("xx"))))
        .isInstanceOf(SchemaMismatchException.class)
        .hasMessageContaining("xx.")
        .hasMessageContaining("register the schemas before the services start");
  }

  @Test
  void aServiceThatFindsAnotherSchemaUnderItsSubjectDoesNotStart() throws Exception {
    CountryCode country = CountryCode.of("yy");
    for (var topic : TopicCatalogue.all()) {
      Schema another = withOtherDocumentation(topic.schema());
      newClient().register(topic.nameFor(country) + "-value", new AvroSchema(another));
    }
    SchemaCheck check = new SchemaCheck(properties(), newClient());

    assertThatThrownBy(() -> check.await(List.of(country)))
        .isInstanceOf(SchemaMismatchException.class);
  }

  @Test
  void aServiceThatCannotReachTheRegistrySaysSoInTheEnd() {
    ExchangeProperties nobody = properties("http://127.0.0.1:1", Duration.ofMillis(100));
    SchemaCheck check =
        new SchemaCheck(nobody, SchemaRegistryClients.create(nobody.schemaRegistry().url()));

    assertThatThrownBy(() -> check.await(List.of(SE)))
        .hasMessageContaining("exchange.schema-registry.url");
  }

  private static Schema withOtherDocumentation(Schema schema) {
    String text = schema.toString();
    return new Schema.Parser().parse(text.replaceFirst("\"doc\":\"", "\"doc\":\"Other. "));
  }

  private SchemaRegistryClient newClient() {
    return SchemaRegistryClients.create(URI.create(servers.schemaRegistryUrl()));
  }

  private ExchangeProperties properties() {
    return properties(servers.schemaRegistryUrl(), Duration.ofSeconds(30));
  }

  private static ExchangeProperties properties(String registry, Duration patience) {
    return new ExchangeProperties(
        Service.EVIDENCE,
        List.of(),
        Path.of("keys"),
        new ExchangeProperties.Kafka("127.0.0.1:1", null, Map.of(), 500, 1),
        new ExchangeProperties.SchemaRegistry(URI.create(registry)),
        patience,
        Duration.ofDays(15),
        Duration.ZERO);
  }

  private static Duration timed(Runnable work) {
    long start = System.nanoTime();
    work.run();
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
