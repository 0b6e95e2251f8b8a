package eu.digitalnorth.messaging.effect;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.messaging.codec.AvroCodec;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * What audit events say of messages in the same way everywhere, so that ledgers can be compared.
 */
public final class AuditIds {
  private static final int UUID_LENGTH = 36;

  private AuditIds() {}

  /** The exchange that a key or subject names; null if it names something else. */
  public static @Nullable UUID exchangeId(@Nullable String subject) {
    if (subject == null || subject.length() != UUID_LENGTH) {
      return null;
    }
    try {
      return UUID.fromString(subject);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /** The exchange that a message belongs to; a key may be the id of something else. */
  public static @Nullable UUID exchangeOf(SpecificRecord body) {
    Schema.Field field = body.getSchema().getField("exchangeId");
    return field != null && body.get(field.pos()) instanceof UUID id ? id : null;
  }

  /** The other country in upper case; null within a country. */
  public static @Nullable String counterparty(CountryCode own, CountryCode other) {
    return own.equals(other) ? null : other.value();
  }

  /** SHA-256 of the body without the schema id, which another registry would give another. */
  public static @Nullable ByteBuffer bodyDigest(byte @Nullable [] value) {
    if (value == null || value.length < AvroCodec.PREFIX_BYTES) {
      return null;
    }
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      sha256.update(value, AvroCodec.PREFIX_BYTES, value.length - AvroCodec.PREFIX_BYTES);
      return ByteBuffer.wrap(sha256.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
