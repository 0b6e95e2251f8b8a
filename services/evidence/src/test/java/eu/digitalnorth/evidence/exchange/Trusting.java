package eu.digitalnorth.evidence.exchange;

import eu.digitalnorth.messaging.codec.AvroCodec;
import eu.digitalnorth.messaging.fixture.Personal;
import eu.digitalnorth.messaging.trust.TrustedKeys;
import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;

/** Somebody who has read all that the countries' anchors say. */
final class Trusting {
  private Trusting() {}

  static TrustedKeys all() {
    return new TrustedKeys(
        Personal.ring(), new AvroCodec(new MockSchemaRegistryClient(), "mock://trust"));
  }
}
