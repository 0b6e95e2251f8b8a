package eu.digitalnorth.messaging.setup;

import io.confluent.kafka.schemaregistry.avro.AvroSchemaProvider;
import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** Confluent's caching client, set up alike wherever we use it. */
public final class SchemaRegistryClients {
  private static final int MOST_SCHEMAS_PER_SUBJECT = 1000;

  private SchemaRegistryClients() {}

  public static SchemaRegistryClient create(URI url) {
    return new CachedSchemaRegistryClient(
        List.of(url.toString()),
        MOST_SCHEMAS_PER_SUBJECT,
        List.of(new AvroSchemaProvider()),
        Map.of("http.connect.timeout.ms", 3000, "http.read.timeout.ms", 10000));
  }
}
