package eu.digitalnorth.evidence.exchange;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.messaging.codec.AvroCodec;
import eu.digitalnorth.messaging.trust.TrustedKeys;
import eu.digitalnorth.trust.KeyDirectory;
import eu.digitalnorth.trust.key.KeyRing;
import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;

/** Somebody who has read all that a country's anchor says. */
final class Trusting {
  private Trusting() {}

  static TrustedKeys all(KeyDirectory keys, CountryCode country) {
    KeyRing ring = new KeyRing(keys.anchors());
    keys.operate(country).statements().forEach(ring::add);
    return new TrustedKeys(ring, new AvroCodec(new MockSchemaRegistryClient(), "mock://trust"));
  }
}
