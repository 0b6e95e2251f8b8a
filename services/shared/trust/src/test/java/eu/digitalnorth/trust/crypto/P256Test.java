package eu.digitalnorth.trust.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.ECKey;
import eu.digitalnorth.trust.key.KeyId;
import eu.digitalnorth.trust.key.PublicJwk;
import java.security.interfaces.ECPublicKey;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class P256Test {
  /** One key of 128 has a coordinate that begins with a zero byte. */
  private static final int MANY = 1_000;

  @ParameterizedTest
  @MethodSource("eu.digitalnorth.trust.crypto.Providers#all")
  void aKeyIsTheSameByItsEncodingAndByItsParameters(CryptoProvider provider) throws Exception {
    for (int i = 0; i < MANY; i++) {
      ECKey key = P256.generate(provider);

      ECPublicKey read = P256.publicKey(key.toPublicJWK(), provider);

      assertThat(read.getW()).isEqualTo(key.toECPublicKey().getW());
      assertThat(KeyId.of(PublicJwk.write(key))).isEqualTo(KeyId.of(key));
    }
  }
}
