package eu.digitalnorth.local.installation;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.messaging.codec.AvroCodec;
import eu.digitalnorth.messaging.setup.KeyPublication;
import eu.digitalnorth.messaging.setup.SchemaRegistryClients;
import eu.digitalnorth.trust.KeyDirectory;
import eu.digitalnorth.trust.broker.BrokerPrincipal;
import java.net.URI;
import java.util.Collection;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Tells all participants what the anchors of this installation say of its keys. */
public final class KeyAnnouncement {
  private final Brokers brokers;
  private final URI schemaRegistry;

  public KeyAnnouncement(Brokers brokers, URI schemaRegistry) {
    this.brokers = brokers;
    this.schemaRegistry = schemaRegistry;
  }

  /**
   * Returns when the broker has it; topics and schemas must be there.
   *
   * @throws org.apache.kafka.common.KafkaException if it does not take it
   */
  public void announce(Collection<CountryCode> countries) {
    KeyDirectory keys = new KeyDirectory(brokers.keys());
    AvroCodec codec =
        new AvroCodec(SchemaRegistryClients.create(schemaRegistry), schemaRegistry.toString());
    try (var producer =
        new KafkaProducer<>(
            brokers.as(BrokerPrincipal.ADMIN),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      KeyPublication publication = new KeyPublication(producer, codec);
      for (CountryCode country : countries) {
        publication.publish(country, keys.operate(country).statements());
      }
    }
  }
}
