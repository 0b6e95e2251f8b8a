package eu.digitalnorth.messaging.personal;

import eu.digitalnorth.schemas.wire.ResponseKey;
import eu.digitalnorth.trust.encryption.RecipientKey;
import eu.digitalnorth.trust.encryption.ResponseKeyPair;
import java.nio.ByteBuffer;
import java.util.Optional;

/** Public keys of single exchanges, as requests carry them. */
public final class ResponseKeys {
  private ResponseKeys() {}

  public static ResponseKey write(ResponseKeyPair pair) {
    return new ResponseKey(
        pair.id().value(), ResponseKeyPair.ALGORITHM, ByteBuffer.wrap(pair.publicJwk()));
  }

  /** What to encrypt the answer to; empty if the key is not what it says, or for something else. */
  public static Optional<RecipientKey> read(ResponseKey key) {
    byte[] jwk = new byte[key.getPublicKey().remaining()];
    key.getPublicKey().duplicate().get(jwk);
    return ResponseKeyPair.ALGORITHM.equals(key.getAlgorithm())
        ? RecipientKey.read(jwk).filter(read -> read.id().value().equals(key.getKeyId()))
        : Optional.empty();
  }
}
