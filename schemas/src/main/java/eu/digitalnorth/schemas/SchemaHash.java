package eu.digitalnorth.schemas;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.Map;
import org.apache.avro.Schema;

/**
 * Identifies a schema by the SHA-256 of {@code Schema.toString()} after parsing: other than Avro's
 * Parsing Canonical Form, that keeps defaults and aliases, which decide compatibility.
 */
public final class SchemaHash {
  /** By identity, since equal schemas may differ in what their hash covers (documentation). */
  private static final Map<Schema, String> KNOWN =
      Collections.synchronizedMap(new IdentityHashMap<>());

  private SchemaHash() {}

  /** 64 lower-case hexadecimal digits. */
  public static String of(Schema schema) {
    return KNOWN.computeIfAbsent(schema, SchemaHash::compute);
  }

  /** The hash as {@code urn:sha256:...}, for the header {@code ce_dataschema}. */
  public static String urn(Schema schema) {
    return "urn:sha256:" + of(schema);
  }

  private static String compute(Schema schema) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return HexFormat.of()
          .formatHex(sha256.digest(schema.toString().getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
