package eu.digitalnorth.messaging.kafka;

import eu.digitalnorth.trust.crypto.CryptoProvider;
import java.io.Serial;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.Security;

/**
 * HMAC-SHA-512 by Conscrypt, and nothing else by it. A client that comes in by SCRAM computes 4,096
 * of them for each of its connections (RFC 5802, section 2.2), a service has a hundred connections,
 * and until the JIT compiler has seen to the platform's own, that is seconds of a start.
 */
final class NativeHmac extends Provider {
  @Serial private static final long serialVersionUID = 1;

  static final String NAME = "DigitalNorthHmac";
  private static final String TYPE = "Mac";
  private static final String ALGORITHM = "HmacSHA512";

  private NativeHmac(Service implementation) {
    super(NAME, "1", "HMAC-SHA-512 of Conscrypt");
    putService(new Forwarded(this, implementation));
  }

  /** For the whole process, once; changes nothing where Conscrypt does not load. */
  static synchronized void install() {
    if (Security.getProvider(NAME) == null) {
      CryptoProvider.conscrypt()
          .map(CryptoProvider::provider)
          .map(conscrypt -> conscrypt.getService(TYPE, ALGORITHM))
          .ifPresent(service -> Security.insertProviderAt(new NativeHmac(service), 1));
    }
  }

  private static final class Forwarded extends Service {
    private final Service implementation;

    Forwarded(Provider provider, Service implementation) {
      super(provider, TYPE, ALGORITHM, implementation.getClassName(), null, null);
      this.implementation = implementation;
    }

    @Override
    public Object newInstance(Object parameter) throws NoSuchAlgorithmException {
      return implementation.newInstance(parameter);
    }
  }
}
