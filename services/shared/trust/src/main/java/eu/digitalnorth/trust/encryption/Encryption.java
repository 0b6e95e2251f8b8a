package eu.digitalnorth.trust.encryption;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDHEncrypter;
import com.nimbusds.jose.util.Base64URL;
import eu.digitalnorth.trust.crypto.CryptoProvider;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;

/**
 * Encrypts personal parts, so that only who holds one private key reads them: JWE (RFC 7516) in
 * compact serialisation, ECDH-ES on P-256 with a new ephemeral key each time, A256GCM. Safe for
 * many threads. docs/encryption.md has the form.
 */
public final class Encryption {
  static final JWEAlgorithm ALGORITHM = JWEAlgorithm.ECDH_ES;
  static final EncryptionMethod METHOD = EncryptionMethod.A256GCM;

  private final CryptoProvider provider;
  private final SecureRandom random;

  public Encryption() {
    this(CryptoProvider.best(), new SecureRandom());
  }

  /**
   * @param random gives salts and initialisation vectors
   */
  public Encryption(CryptoProvider provider, SecureRandom random) {
    this.provider = provider;
    this.random = random;
  }

  /**
   * @param contentType what the content is ({@code cty}); everybody can read it
   * @param context what the content belongs to, for example an exchange id: it is part of the key
   *     derivation ({@code apv}), so that a copy does not open elsewhere; everybody can read it
   */
  public EncryptedPart encrypt(
      byte[] content, RecipientKey recipient, String contentType, String context) {
    JWEHeader header =
        new JWEHeader.Builder(ALGORITHM, METHOD)
            .keyID(recipient.id().value())
            .contentType(contentType)
            .agreementPartyVInfo(encoded(context))
            .build();
    SaltedContent salted = SaltedContent.of(content, random);
    JWEObject jwe = new JWEObject(header, new Payload(salted.bytes()));
    try {
      jwe.encrypt(encrypter(recipient));
    } catch (JOSEException e) {
      throw new IllegalStateException("Cannot encrypt to " + recipient.id(), e);
    }
    return new EncryptedPart(jwe.serialize().getBytes(StandardCharsets.US_ASCII), salted.digest());
  }

  static Base64URL encoded(String context) {
    return Base64URL.encode(context.getBytes(StandardCharsets.UTF_8));
  }

  private ECDHEncrypter encrypter(RecipientKey recipient) throws JOSEException {
    ECDHEncrypter encrypter = new ECDHEncrypter(recipient.key());
    encrypter.getJCAContext().setProvider(provider.provider());
    encrypter.getJCAContext().setSecureRandom(random);
    return encrypter;
  }
}
