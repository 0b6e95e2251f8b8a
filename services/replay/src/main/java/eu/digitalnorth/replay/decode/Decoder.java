package eu.digitalnorth.replay.decode;

import eu.digitalnorth.messaging.envelope.Header;
import eu.digitalnorth.replay.bundle.Bundle;
import eu.digitalnorth.replay.bundle.Framing;
import eu.digitalnorth.replay.bundle.Payload;
import eu.digitalnorth.replay.bundle.RecordedRecord;
import eu.digitalnorth.schemas.AvroSafety;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;
import org.jspecify.annotations.Nullable;

/**
 * Decodes records by their schemas, as a bundle has them, into maps, lists, texts and numbers. Not
 * for several threads at once.
 */
public final class Decoder {
  static {
    AvroSafety.apply();
  }

  private final Function<String, Schema> schemas;
  private final Map<String, GenericDatumReader<Object>> readers = new HashMap<>();
  private @Nullable BinaryDecoder reused;

  public Decoder(Bundle bundle) {
    this(bundle::schema);
  }

  /**
   * @param schemas by what payloads name them
   */
  public Decoder(Function<String, Schema> schemas) {
    this.schemas = schemas;
  }

  /** The schema that the value follows, if it follows one. */
  public Optional<Schema> schemaOf(RecordedRecord record) {
    return Optional.ofNullable(record.value().schema()).map(schemas);
  }

  /** Name of the record type; {@code tombstone} or {@code raw} if it is none. */
  public String typeOf(RecordedRecord record) {
    if (record.value().bytes() == null) {
      return "tombstone";
    }
    return schemaOf(record).map(Schema::getName).orElse("raw");
  }

  /**
   * A record as a document. What is bytes on the wire and follows no schema is text if it is UTF-8,
   * else {@code {"base64": ...}}; a header's values are a list, since names may repeat.
   */
  public Map<String, @Nullable Object> document(RecordedRecord record) {
    Map<String, @Nullable Object> document = new LinkedHashMap<>();
    document.put("topic", record.topic());
    document.put("partition", record.partition());
    document.put("offset", record.offset());
    document.put("timestamp", record.timestamp());
    document.put("type", typeOf(record));
    document.put("key", decode(record.key()));
    document.put("headers", headers(record.headers()));
    document.put("value", decode(record.value()));
    return document;
  }

  private static Map<String, @Nullable Object> headers(List<Header> headers) {
    Map<String, List<@Nullable Object>> values = new TreeMap<>();
    for (Header header : headers) {
      values.computeIfAbsent(header.name(), name -> new ArrayList<>()).add(text(header.value()));
    }
    return new LinkedHashMap<>(values);
  }

  private @Nullable Object decode(Payload payload) {
    byte[] bytes = payload.bytes();
    String schema = payload.schema();
    if (bytes == null || schema == null || payload.framing() != Framing.PREFIX_V0) {
      return text(bytes);
    }
    GenericDatumReader<Object> reader =
        readers.computeIfAbsent(schema, hash -> new GenericDatumReader<>(schemas.apply(hash)));
    BinaryDecoder decoder =
        DecoderFactory.get()
            .binaryDecoder(
                bytes, Payload.PREFIX_BYTES, bytes.length - Payload.PREFIX_BYTES, reused);
    reused = decoder;
    try {
      Object datum = reader.read(null, decoder);
      return decoder.isEnd() ? AvroPlain.of(datum, reader.getSchema()) : unreadable(bytes);
    } catch (IOException | AvroRuntimeException | IndexOutOfBoundsException e) {
      return unreadable(bytes);
    }
  }

  private static Map<String, Object> unreadable(byte[] bytes) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("unreadable", Base64.getEncoder().encodeToString(bytes));
    return document;
  }

  private static @Nullable Object text(byte @Nullable [] bytes) {
    if (bytes == null) {
      return null;
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      Map<String, Object> document = new LinkedHashMap<>();
      document.put("base64", Base64.getEncoder().encodeToString(bytes));
      return document;
    }
  }
}
