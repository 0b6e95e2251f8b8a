package eu.digitalnorth.messaging.setup;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.messaging.codec.AvroCodec;
import eu.digitalnorth.messaging.kafka.Acknowledgement;
import eu.digitalnorth.messaging.topic.TopicCatalogue;
import eu.digitalnorth.messaging.trust.KeyStatementAvroMapper;
import eu.digitalnorth.trust.key.KeyStatement;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;

/**
 * Tells all participants what a country's anchor says of its keys. The records need no headers:
 * each carries the anchor's own signature. Telling it again changes nothing.
 */
public final class KeyPublication {
  private final Producer<byte[], byte[]> producer;
  private final AvroCodec codec;

  /**
   * @param producer with a principal that may write the country's trust topic
   */
  public KeyPublication(Producer<byte[], byte[]> producer, AvroCodec codec) {
    this.producer = producer;
    this.codec = codec;
  }

  /**
   * Returns when the broker has all of them.
   *
   * @throws KafkaException if it does not take one
   */
  public void publish(CountryCode country, Collection<KeyStatement> statements) {
    String topic = TopicCatalogue.PUBLIC_KEY.nameFor(country);
    List<Future<?>> pending = new ArrayList<>();
    for (KeyStatement statement : statements) {
      byte[] key = statement.claim().keyId().value().getBytes(StandardCharsets.UTF_8);
      byte[] value = codec.encode(topic, KeyStatementAvroMapper.toAvro(statement));
      pending.add(producer.send(new ProducerRecord<>(topic, key, value)));
    }
    pending.forEach(Acknowledgement::await);
  }
}
