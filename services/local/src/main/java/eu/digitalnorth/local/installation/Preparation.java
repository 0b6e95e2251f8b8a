package eu.digitalnorth.local.installation;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.country.CountryProfiles;
import eu.digitalnorth.messaging.codec.AvroCodec;
import eu.digitalnorth.messaging.setup.KeyPublication;
import eu.digitalnorth.messaging.setup.SchemaRegistration;
import eu.digitalnorth.messaging.setup.SchemaRegistryClients;
import eu.digitalnorth.messaging.setup.TopicSetup;
import eu.digitalnorth.servers.Progress;
import eu.digitalnorth.trust.KeyDirectory;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** What must be there before a service starts; doing it again changes nothing. */
final class Preparation {
  private static final short REPLICATION_ON_ONE_BROKER = 1;

  private final Collection<CountryCode> countries;
  private final Progress progress;

  Preparation(InstallationSettings settings, Progress progress) {
    this.countries =
        settings.countries().isEmpty()
            ? List.copyOf(CountryProfiles.load().codes())
            : settings.countries();
    this.progress = progress;
  }

  Path keys(Path data) {
    Path keys = data.resolve("keys");
    new KeyDirectory(keys).createMissing(countries);
    return keys;
  }

  void topics(Foundation foundation) {
    Stopwatch watch = new Stopwatch();
    try (Admin admin =
        Admin.create(
            Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, foundation.bootstrapServers()))) {
      int created = new TopicSetup(admin, REPLICATION_ON_ONE_BROKER).createMissing(countries);
      progress.report("Topics: %d created in %s".formatted(created, watch));
    }
  }

  void schemas(Foundation foundation) {
    Stopwatch watch = new Stopwatch();
    var client = SchemaRegistryClients.create(foundation.schemaRegistry());
    int subjects = new SchemaRegistration(client).register(countries);
    progress.report("Schemas: %d subjects registered in %s".formatted(subjects, watch));
  }

  /** Tells all participants of the keys of each; topics and schemas must be there. */
  void publishKeys(Foundation foundation, Path keys) {
    KeyDirectory directory = new KeyDirectory(keys);
    AvroCodec codec =
        new AvroCodec(
            SchemaRegistryClients.create(foundation.schemaRegistry()),
            foundation.schemaRegistry().toString());
    Map<String, Object> settings =
        Map.of(
            ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
            foundation.bootstrapServers(),
            ProducerConfig.ACKS_CONFIG,
            "all");
    try (var producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
      KeyPublication publication = new KeyPublication(producer, codec);
      for (CountryCode country : countries) {
        publication.publish(country, directory.operate(country).statements());
      }
    }
  }
}
