package eu.digitalnorth.trust.encryption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.nimbusds.jose.jwk.ECKey;
import eu.digitalnorth.trust.crypto.CryptoProvider;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ResponseKeyPairTest {
  private static final String PROVIDERS = "eu.digitalnorth.trust.crypto.Providers#all";

  @ParameterizedTest
  @MethodSource(PROVIDERS)
  void comesBackFromItsPrivateHalf(CryptoProvider provider) {
    ResponseKeyPair pair = ResponseKeyPair.generate(provider);
    ResponseKeyPair restored = ResponseKeyPair.restore(pair.privateJwk(), provider);

    assertThat(restored.id()).isEqualTo(pair.id());
    assertThat(restored.publicJwk()).isEqualTo(pair.publicJwk());
  }

  @ParameterizedTest
  @MethodSource(PROVIDERS)
  void doesNotComeBackFromItsPublicHalf(CryptoProvider provider) {
    ResponseKeyPair pair = ResponseKeyPair.generate(provider);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> ResponseKeyPair.restore(pair.publicJwk(), provider));
  }

  @ParameterizedTest
  @MethodSource(PROVIDERS)
  void neverShowsItsPrivateHalf(CryptoProvider provider) throws Exception {
    ResponseKeyPair pair = ResponseKeyPair.generate(provider);
    String secret = ECKey.parse(text(pair.privateJwk())).getD().toString();

    assertThat(pair.toString()).doesNotContain(secret);
    assertThat(text(pair.publicJwk())).doesNotContain(secret);
  }

  @ParameterizedTest
  @MethodSource(PROVIDERS)
  void nothingElseIsReadAsItsPublicHalf(CryptoProvider provider) {
    ResponseKeyPair pair = ResponseKeyPair.generate(provider);

    assertThat(RecipientKey.read(pair.publicJwk(), provider)).isPresent();
    assertThat(RecipientKey.read(pair.privateJwk(), provider)).isEmpty();
    assertThat(RecipientKey.read(new byte[0], provider)).isEmpty();
    assertNoKey("{}", provider);
    assertNoKey("{\"crv\":\"P-256\",\"kty\":\"EC\",\"x\":\"AA\",\"y\":\"AA\"}", provider);
    assertNoKey(" " + text(pair.publicJwk()), provider);
  }

  private static void assertNoKey(String jwk, CryptoProvider provider) {
    assertThat(RecipientKey.read(jwk.getBytes(StandardCharsets.UTF_8), provider)).isEmpty();
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
