package eu.digitalnorth.trust.encryption;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.crypto.ECDHDecrypter;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import eu.digitalnorth.trust.crypto.CryptoProvider;
import eu.digitalnorth.trust.key.KeyId;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.text.ParseException;
import java.util.Optional;
import java.util.Set;

/**
 * Opens what {@link Encryption} encrypted, and nothing else: one algorithm, one method, no
 * compression, only the parameters that belong there, each in its one spelling. Safe for many
 * threads.
 */
public final class Decryption {
  private static final Set<String> PARAMETERS = Set.of("alg", "enc", "kid", "cty", "apv", "epk");

  private final CryptoProvider provider;

  public Decryption() {
    this(CryptoProvider.best());
  }

  public Decryption(CryptoProvider provider) {
    this.provider = provider;
  }

  /**
   * @param keys the private keys that it may be encrypted to
   * @param contentType what the content must be
   * @param context what it must belong to
   * @param digest what the clear envelope says of the content
   */
  public DecryptionOutcome decrypt(
      byte[] jwe, DecryptionKeys keys, String contentType, String context, byte[] digest) {
    Optional<CompactJwe> compact = CompactJwe.parse(jwe);
    if (compact.isEmpty()) {
      return refused(DecryptionRefusal.MALFORMED);
    }
    JWEHeader header;
    try {
      header = compact.get().readHeader();
    } catch (ParseException | RuntimeException e) { // the parser meets what others wrote
      return refused(DecryptionRefusal.MALFORMED);
    }
    if (!isOurs(header)) {
      return refused(DecryptionRefusal.OTHER_ALGORITHM);
    }
    if (!contentType.equals(header.getContentType())) {
      return refused(DecryptionRefusal.OTHER_CONTENT_TYPE);
    }
    if (!Encryption.encoded(context).equals(header.getAgreementPartyVInfo())) {
      return refused(DecryptionRefusal.OTHER_CONTEXT);
    }
    return Optional.ofNullable(header.getKeyID())
        .flatMap(KeyId::parse)
        .flatMap(keys::find)
        .map(key -> open(compact.get(), header, key, digest))
        .orElseGet(() -> refused(DecryptionRefusal.UNKNOWN_KEY));
  }

  private static boolean isOurs(JWEHeader header) {
    return Encryption.ALGORITHM.equals(header.getAlgorithm())
        && Encryption.METHOD.equals(header.getEncryptionMethod())
        && header.getIncludedParams().equals(PARAMETERS)
        && header.getEphemeralPublicKey() instanceof ECKey point
        && point.getCurve().equals(Curve.P_256);
  }

  private DecryptionOutcome open(CompactJwe jwe, JWEHeader header, PrivateKey key, byte[] digest) {
    Optional<SaltedContent> salted;
    try {
      ECDHDecrypter decrypter = new ECDHDecrypter(key, Set.of(), Curve.P_256);
      decrypter.getJCAContext().setProvider(provider.provider());
      salted =
          SaltedContent.read(
              decrypter.decrypt(
                  header, null, jwe.iv(), jwe.cipherText(), jwe.tag(), jwe.authenticatedData()));
    } catch (JOSEException | RuntimeException e) { // as providers refuse; says nothing of the key
      return refused(DecryptionRefusal.NOT_AUTHENTIC);
    }
    if (salted.isEmpty() || !MessageDigest.isEqual(salted.get().digest(), digest)) {
      return refused(DecryptionRefusal.OTHER_DIGEST);
    }
    return new DecryptionOutcome.Decrypted(salted.get().content());
  }

  private static DecryptionOutcome refused(DecryptionRefusal reason) {
    return new DecryptionOutcome.Refused(reason);
  }
}
