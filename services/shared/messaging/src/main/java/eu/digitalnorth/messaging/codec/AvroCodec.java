package eu.digitalnorth.messaging.codec;

import eu.digitalnorth.messaging.envelope.RejectedRecordException;
import eu.digitalnorth.messaging.envelope.Rejection;
import eu.digitalnorth.schemas.AvroSafety;
import eu.digitalnorth.schemas.SchemaHash;
import io.confluent.kafka.schemaregistry.ParsedSchema;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;

/**
 * Confluent's wire format (magic byte 0, schema id, Avro binary), by Confluent's own serializer and
 * deserializer. What this adds is the difference between a record that can never be read and a
 * registry that cannot be reached right now.
 */
public final class AvroCodec {
  /** Length of the magic byte and the schema id before the Avro body. */
  public static final int PREFIX_BYTES = 5;

  private static final int HTTP_NOT_FOUND = 404;
  private static final int HTTP_UNPROCESSABLE = 422;

  private final SchemaRegistryClient registry;
  private final KafkaAvroSerializer serializer;
  private final KafkaAvroDeserializer deserializer;

  /** By identity: the client gives the same schema for the same id, and comparing two is dear. */
  private final Map<Schema, String> urns = Collections.synchronizedMap(new IdentityHashMap<>());

  static {
    AvroSafety.apply();
  }

  public AvroCodec(SchemaRegistryClient registry, String registryUrl) {
    Map<String, Object> settings =
        Map.of(
            "schema.registry.url", registryUrl,
            "auto.register.schemas", false,
            "use.latest.version", false,
            "avro.use.logical.type.converters", true,
            "specific.avro.reader", true);
    this.registry = registry;
    this.serializer = new KafkaAvroSerializer(registry, settings);
    this.deserializer = new KafkaAvroDeserializer(registry, settings);
  }

  /**
   * @throws RegistryUnavailableException if nobody answers, or the schema is not registered for
   *     this topic: then somebody forgot to, and the message is not to blame
   */
  public byte[] encode(String topic, SpecificRecord body) {
    try {
      return serializer.serialize(topic, body);
    } catch (RuntimeException e) {
      if (isRegistrysAnswer(e)) {
        throw new RegistryUnavailableException("No schema from the registry for " + topic, e);
      }
      throw e;
    }
  }

  /**
   * @throws RejectedRecordException if the bytes are no record of this type
   * @throws RegistryUnavailableException if the schema must be fetched and nobody answers
   */
  public <T extends SpecificRecord> T decode(String topic, byte @Nullable [] value, Class<T> type)
      throws RejectedRecordException {
    return decode(topic, value, type, null);
  }

  /**
   * The same, and the schema that the registry has under the id must be the one that the sender
   * named and signed.
   *
   * @param dataSchema {@code ce_dataschema}; null if nobody has signed one
   */
  public <T extends SpecificRecord> T decode(
      String topic, byte @Nullable [] value, Class<T> type, @Nullable String dataSchema)
      throws RejectedRecordException {
    if (value == null || value.length < PREFIX_BYTES || value[0] != 0) {
      throw unreadable("The value does not start with a schema id", null);
    }
    Schema writer = writerSchema(topic, ByteBuffer.wrap(value, 1, PREFIX_BYTES - 1).getInt());
    if (!writer.getFullName().equals(type.getName())) {
      throw unreadable("The value is no " + type.getSimpleName(), null);
    }
    if (dataSchema != null && !dataSchema.equals(urns.computeIfAbsent(writer, SchemaHash::urn))) {
      throw new RejectedRecordException(
          Rejection.INCONSISTENT,
          "The schema of the value is not the one that ce_dataschema names");
    }
    try {
      return type.cast(deserializer.deserialize(topic, value));
    } catch (RuntimeException e) { // Avro's decoders throw what they like on garbage
      if (isRegistrysAnswer(e)) {
        throw new RegistryUnavailableException("No answer from the schema registry", e);
      }
      throw unreadable("The value does not follow its schema", e);
    }
  }

  /**
   * Before decoding, so that an outage is never taken for garbage, and no schema of a stranger
   * decides what is decoded; the client keeps what it got.
   */
  private Schema writerSchema(String topic, int id) throws RejectedRecordException {
    try {
      ParsedSchema schema = registry.getSchemaBySubjectAndId(topic + "-value", id);
      if (schema.rawSchema() instanceof Schema avro && avro.getType() == Schema.Type.RECORD) {
        return avro;
      }
      throw new RejectedRecordException(
          Rejection.UNKNOWN_SCHEMA, "Schema id " + id + " is no Avro record");
    } catch (RestClientException e) {
      if (e.getStatus() == HTTP_NOT_FOUND || e.getStatus() == HTTP_UNPROCESSABLE) {
        throw new RejectedRecordException(
            Rejection.UNKNOWN_SCHEMA, "The registry does not know schema id " + id, e);
      }
      throw new RegistryUnavailableException("The schema registry answers " + e.getStatus(), e);
    } catch (IOException e) {
      throw new RegistryUnavailableException("No answer from the schema registry", e);
    }
  }

  /** Other than what Avro finds in the bytes: a decoder's end of file is an IOException, too. */
  private static boolean isRegistrysAnswer(RuntimeException e) {
    for (Throwable t = e; t != null; t = t.getCause()) {
      if (t instanceof RestClientException
          || t instanceof RetriableException
          || t instanceof SocketException
          || t instanceof InterruptedIOException
          || t instanceof UnknownHostException) {
        return true;
      }
    }
    return false;
  }

  private static RejectedRecordException unreadable(String why, @Nullable Throwable cause) {
    return cause == null
        ? new RejectedRecordException(Rejection.UNREADABLE, why)
        : new RejectedRecordException(Rejection.UNREADABLE, why, cause);
  }
}
