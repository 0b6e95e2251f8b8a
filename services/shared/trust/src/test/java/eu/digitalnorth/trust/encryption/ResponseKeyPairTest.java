package eu.digitalnorth.trust.encryption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.nimbusds.jose.jwk.ECKey;
import eu.digitalnorth.trust.crypto.CryptoProvider;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass
@MethodSource("eu.digitalnorth.trust.crypto.Providers#all")
class ResponseKeyPairTest {
  private final CryptoProvider provider;
  private final ResponseKeyPair pair;

  ResponseKeyPairTest(CryptoProvider provider) {
    this.provider = provider;
    this.pair = ResponseKeyPair.generate(provider);
  }

  @Test
  void comesBackFromItsPrivateHalf() {
    ResponseKeyPair restored = ResponseKeyPair.restore(pair.privateJwk(), provider);

    assertThat(restored.id()).isEqualTo(pair.id());
    assertThat(restored.publicJwk()).isEqualTo(pair.publicJwk());
  }

  @Test
  void doesNotComeBackFromItsPublicHalf() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ResponseKeyPair.restore(pair.publicJwk(), provider));
  }

  @Test
  void neverShowsItsPrivateHalf() throws Exception {
    String secret = ECKey.parse(text(pair.privateJwk())).getD().toString();

    assertThat(pair.toString()).doesNotContain(secret);
    assertThat(text(pair.publicJwk())).doesNotContain(secret);
  }

  @Test
  void nothingElseIsReadAsItsPublicHalf() {
    assertThat(RecipientKey.read(pair.publicJwk(), provider)).isPresent();
    assertThat(RecipientKey.read(pair.privateJwk(), provider)).isEmpty();
    assertThat(RecipientKey.read(new byte[0], provider)).isEmpty();
    assertNoKey("{}");
    assertNoKey("{\"crv\":\"P-256\",\"kty\":\"EC\",\"x\":\"AA\",\"y\":\"AA\"}");
    assertNoKey(" " + text(pair.publicJwk()));
  }

  private void assertNoKey(String jwk) {
    assertThat(RecipientKey.read(jwk.getBytes(StandardCharsets.UTF_8), provider)).isEmpty();
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
