package eu.digitalnorth.replay.redact;

import eu.digitalnorth.messaging.envelope.Header;
import eu.digitalnorth.replay.Failure;
import eu.digitalnorth.replay.ReplayException;
import eu.digitalnorth.replay.bundle.OwnFiles;
import eu.digitalnorth.replay.bundle.Payload;
import eu.digitalnorth.replay.bundle.RecordedRecord;
import eu.digitalnorth.trust.crypto.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.jspecify.annotations.Nullable;

/**
 * Replaces what a policy names by pseudonyms, before it is written anywhere. Values are encoded
 * again with the schema that they had; signatures do not fit them any more.
 */
public final class Redactor {
  private static final int KEY_BYTES = 32;

  private final RedactionPolicy policy;
  private final Pseudonym pseudonym;
  private final String fingerprint;
  private final Map<String, List<FieldRedaction>> fields = new HashMap<>();

  public Redactor(RedactionPolicy policy, byte[] key) {
    this.policy = policy;
    this.pseudonym = new Pseudonym(key);
    this.fingerprint = fingerprint(policy, pseudonym);
    policy
        .fields()
        .forEach(
            (type, paths) ->
                fields.put(
                    type,
                    paths.stream().map(path -> new FieldRedaction(path, pseudonym)).toList()));
  }

  /**
   * With the key that is in a file; a new one if there is none, in a file that only its owner
   * reads. Recordings with the same key can be joined.
   */
  public static Redactor with(RedactionPolicy policy, Path keyFile) {
    try {
      if (!Files.exists(keyFile)) {
        byte[] random = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(random);
        OwnFiles.replace(keyFile, HexFormat.of().formatHex(random) + "\n");
      }
      byte[] key = HexFormat.of().parseHex(Files.readString(keyFile).strip());
      if (key.length < KEY_BYTES) {
        throw new ReplayException(
            Failure.USAGE, "The key in %s is too short: 64 hexadecimal digits.".formatted(keyFile));
      }
      return new Redactor(policy, key);
    } catch (IOException | IllegalArgumentException e) {
      throw new ReplayException(
          Failure.USAGE,
          "%s has no key that can be read: 64 hexadecimal digits.".formatted(keyFile),
          e);
    }
  }

  /** Stands for policy and key, so that a recording is resumed with the same; tells neither. */
  public String fingerprint() {
    return fingerprint;
  }

  private static String fingerprint(RedactionPolicy policy, Pseudonym pseudonym) {
    String text =
        policy.keys()
            + policy.headers().stream().sorted().collect(Collectors.joining(",", "[", "]"))
            + new TreeMap<>(policy.fields());
    return HexFormat.of()
        .formatHex(Sha256.of(pseudonym.mac(text.getBytes(StandardCharsets.UTF_8))));
  }

  /**
   * @param schema of the value, if it follows one
   * @throws ReplayException if the policy does not fit the schema
   */
  public RecordedRecord redact(RecordedRecord record, Optional<Schema> schema) {
    return new RecordedRecord(
        record.topic(),
        record.partition(),
        record.offset(),
        record.timestamp(),
        record.timestampType(),
        policy.keys() ? key(record.key()) : record.key(),
        schema.map(s -> value(record.value(), s)).orElse(record.value()),
        headers(record.headers()));
  }

  private Payload key(Payload key) {
    byte[] bytes = key.bytes();
    return bytes == null ? key : Payload.raw(pseudonym.of(bytes));
  }

  private List<Header> headers(List<Header> headers) {
    List<Header> redacted = new ArrayList<>();
    for (Header header : headers) {
      byte[] value = header.value();
      redacted.add(
          value != null && policy.headers().contains(header.name())
              ? new Header(header.name(), pseudonym.of(value))
              : header);
    }
    return redacted;
  }

  /** What cannot be read cannot be redacted in part, and becomes a pseudonym as a whole. */
  private Payload value(Payload value, Schema schema) {
    List<FieldRedaction> redactions = fields.getOrDefault(schema.getName(), List.of());
    byte @Nullable [] bytes = value.bytes();
    if (bytes == null || redactions.isEmpty()) {
      return value;
    }
    try {
      int length = bytes.length - Payload.PREFIX_BYTES;
      BinaryDecoder decoder =
          DecoderFactory.get().binaryDecoder(bytes, Payload.PREFIX_BYTES, length, null);
      IndexedRecord decoded = new GenericDatumReader<IndexedRecord>(schema).read(null, decoder);
      if (!decoder.isEnd()) {
        return Payload.raw(pseudonym.mac(bytes));
      }
      redactions.forEach(redaction -> redaction.apply(decoded));
      ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
      out.write(bytes, 0, Payload.PREFIX_BYTES);
      BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
      new GenericDatumWriter<IndexedRecord>(schema).write(decoded, encoder);
      encoder.flush();
      return new Payload(out.toByteArray(), value.framing(), value.schema());
    } catch (IOException | AvroRuntimeException | IndexOutOfBoundsException e) {
      return Payload.raw(pseudonym.mac(bytes));
    }
  }
}
