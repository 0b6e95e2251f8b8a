package eu.digitalnorth.trust.attestation;

import com.nimbusds.jose.util.Base64URL;
import java.security.SecureRandom;

/** Gives the salts of disclosures; each only once, except in tests. */
@FunctionalInterface
public interface SaltSource {

  String next();

  /** 128 bits each, as RFC 9901, section 9.3, recommends. */
  static SaltSource random(SecureRandom random) {
    return () -> {
      byte[] salt = new byte[16];
      random.nextBytes(salt);
      return Base64URL.encode(salt).toString();
    };
  }
}
