package eu.digitalnorth.messaging.trust;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.schemas.trust.PublicKey;
import eu.digitalnorth.trust.key.KeyClaim;
import eu.digitalnorth.trust.key.KeyId;
import eu.digitalnorth.trust.key.KeyPurpose;
import eu.digitalnorth.trust.key.KeyStatement;
import eu.digitalnorth.trust.key.KeyUse;
import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.Optional;

/** Between what an anchor says of a key and the record that tells it to all. */
public final class KeyStatementAvroMapper {
  private KeyStatementAvroMapper() {}

  public static PublicKey toAvro(KeyStatement statement) {
    KeyClaim claim = statement.claim();
    return PublicKey.newBuilder()
        .setKeyId(claim.keyId().value())
        .setCountry(claim.country().value())
        .setService(claim.use().service())
        .setPurpose(eu.digitalnorth.schemas.trust.KeyPurpose.valueOf(claim.use().purpose().name()))
        .setAlgorithm(claim.algorithm())
        .setPublicKey(ByteBuffer.wrap(claim.publicKey()))
        .setValidFrom(claim.validFrom())
        .setValidUntil(claim.validUntil())
        .setRevokedAt(claim.revokedAt())
        .setAnchorSignature(ByteBuffer.wrap(statement.anchorSignature()))
        .build();
  }

  /** Empty if it cannot be a statement, whoever signed it. */
  static Optional<KeyStatement> fromAvro(PublicKey record) {
    try {
      KeyClaim claim =
          new KeyClaim(
              new KeyId(record.getKeyId()),
              CountryCode.of(record.getCountry().toLowerCase(Locale.ROOT)),
              new KeyUse(record.getService(), KeyPurpose.valueOf(record.getPurpose().name())),
              record.getAlgorithm(),
              bytes(record.getPublicKey()),
              record.getValidFrom(),
              record.getValidUntil(),
              record.getRevokedAt());
      return Optional.of(new KeyStatement(claim, bytes(record.getAnchorSignature())));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static byte[] bytes(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.remaining()];
    buffer.duplicate().get(bytes);
    return bytes;
  }
}
