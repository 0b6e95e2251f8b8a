package eu.digitalnorth.messaging.personal;

import eu.digitalnorth.messaging.envelope.RejectedRecordException;
import eu.digitalnorth.messaging.envelope.Rejection;
import eu.digitalnorth.schemas.SchemaHash;
import eu.digitalnorth.schemas.wire.PersonalPart;
import eu.digitalnorth.trust.encryption.Decryption;
import eu.digitalnorth.trust.encryption.DecryptionKeys;
import eu.digitalnorth.trust.encryption.DecryptionOutcome;
import eu.digitalnorth.trust.encryption.EncryptedPart;
import eu.digitalnorth.trust.encryption.Encryption;
import eu.digitalnorth.trust.encryption.RecipientKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.specific.SpecificRecordBase;

/**
 * Seals personal content into messages, so that only its reader can open it. Everything that is
 * sealed belongs to a context, the key of the record that carries it: an exchange, or a subject of
 * a register. In any other it does not open.
 */
public final class PersonalParts {
  private static final String AVRO = "application/avro";

  /** An attestation (draft-ietf-oauth-sd-jwt-vc, section 6.1). */
  private static final String SD_JWT_VC = "application/dc+sd-jwt";

  private static final Encryption ENCRYPTION = new Encryption();
  private static final Decryption DECRYPTION = new Decryption();

  private PersonalParts() {}

  /** A record, in Avro binary encoding. */
  public static PersonalPart seal(
      SpecificRecordBase personal, RecipientKey reader, String context) {
    Schema schema = personal.getSchema();
    return sealed(PersonalRecords.encode(personal), AVRO, reader, context)
        .setRecordType(schema.getFullName())
        .setSchemaHash(SchemaHash.of(schema))
        .build();
  }

  /** An attestation as it was issued. */
  public static PersonalPart sealAttestation(String sdJwtVc, RecipientKey reader, String context) {
    return sealed(sdJwtVc.getBytes(StandardCharsets.US_ASCII), SD_JWT_VC, reader, context).build();
  }

  /**
   * @param keys of the reader
   * @param context what it must belong to
   * @throws RejectedRecordException if it does not open with these keys in this context, or holds
   *     something else
   */
  public static <T extends SpecificRecord> T open(
      PersonalPart part, Class<T> type, DecryptionKeys keys, String context)
      throws RejectedRecordException {
    Schema reader = SpecificData.get().getSchema(type);
    if (!reader.getFullName().equals(part.getRecordType())) {
      throw unreadable("A personal part is no " + type.getSimpleName());
    }
    Schema writer = PersonalRecords.writerSchema(part.getSchemaHash(), reader);
    return PersonalRecords.decode(content(part, AVRO, keys, context), writer, type);
  }

  /**
   * @throws RejectedRecordException as above
   */
  public static String openAttestation(PersonalPart part, DecryptionKeys keys, String context)
      throws RejectedRecordException {
    return new String(content(part, SD_JWT_VC, keys, context), StandardCharsets.US_ASCII);
  }

  private static PersonalPart.Builder sealed(
      byte[] content, String contentType, RecipientKey reader, String context) {
    EncryptedPart encrypted = ENCRYPTION.encrypt(content, reader, contentType, context);
    return PersonalPart.newBuilder()
        .setContentType(contentType)
        .setContent(ByteBuffer.wrap(encrypted.jwe()))
        .setDigest(ByteBuffer.wrap(encrypted.digest()));
  }

  private static byte[] content(
      PersonalPart part, String contentType, DecryptionKeys keys, String context)
      throws RejectedRecordException {
    if (!contentType.equals(part.getContentType())) {
      throw unreadable("A personal part is no " + contentType);
    }
    DecryptionOutcome outcome =
        DECRYPTION.decrypt(
            bytes(part.getContent()), keys, contentType, context, bytes(part.getDigest()));
    return switch (outcome) {
      case DecryptionOutcome.Decrypted(byte[] content) -> content;
      case DecryptionOutcome.Refused(var reason) ->
          throw unreadable("A personal part does not open: " + reason);
    };
  }

  private static byte[] bytes(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.remaining()];
    buffer.duplicate().get(bytes);
    return bytes;
  }

  static RejectedRecordException unreadable(String explanation) {
    return new RejectedRecordException(Rejection.UNREADABLE, explanation);
  }
}
