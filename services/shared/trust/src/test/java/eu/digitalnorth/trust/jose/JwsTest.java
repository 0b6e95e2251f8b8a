package eu.digitalnorth.trust.jose;

import static eu.digitalnorth.trust.Installation.EE;
import static eu.digitalnorth.trust.Installation.START;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.util.Base64URL;
import eu.digitalnorth.trust.Installation;
import eu.digitalnorth.trust.crypto.CryptoProvider;
import eu.digitalnorth.trust.key.KeyPurpose;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is too long is refused before it is parsed, though it would be good. */
class JwsTest {
  private static final String TYPE = "dc+sd-jwt";

  @TempDir Path folder;
  private String jws;

  @BeforeEach
  void sign() {
    CryptoProvider provider = CryptoProvider.best();
    jws =
        Jws.sign(
            TYPE,
            Map.of("claim", "value"),
            new Installation(folder, provider)
                .keys()
                .keys(EE, "attestation")
                .current(KeyPurpose.ATTESTATION_SIGNATURE, START),
            provider);
  }

  @Test
  void itIsNoLongerThanAllowed() {
    assertThat(Jws.parse(jws, TYPE, jws.length())).isPresent();
    assertThat(Jws.parse(jws, TYPE, jws.length() - 1)).isEmpty();
  }

  @Test
  void norIsItsHeader() {
    assertThat(Jws.parse(withSpaces(10), TYPE, 2_000)).isPresent();
    assertThat(Jws.parse(withSpaces(500), TYPE, 2_000)).isEmpty();
  }

  private String withSpaces(int number) {
    int end = jws.indexOf('.');
    String header = new Base64URL(jws.substring(0, end)).decodeToString();
    return Base64URL.encode(header.replace("{", "{" + " ".repeat(number))) + jws.substring(end);
  }
}
