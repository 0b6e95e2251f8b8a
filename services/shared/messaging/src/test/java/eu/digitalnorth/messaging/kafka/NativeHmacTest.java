package eu.digitalnorth.messaging.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import eu.digitalnorth.trust.crypto.CryptoProvider;
import java.security.GeneralSecurityException;
import java.security.Security;
import java.util.Random;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NativeHmacTest {
  private static final int MANY = 500;
  private static final String ALGORITHM = "HmacSHA512";

  @BeforeEach
  void install() {
    NativeHmac.install();
    NativeHmac.install();
  }

  @AfterEach
  void remove() {
    Security.removeProvider(NativeHmac.NAME);
  }

  @Test
  void itIsTheOneThatIsUsedWhereConscryptLoads() throws GeneralSecurityException {
    assertThat(Mac.getInstance(ALGORITHM).getProvider().getName())
        .isEqualTo(CryptoProvider.conscrypt().isPresent() ? NativeHmac.NAME : "SunJCE");
  }

  @Test
  void nothingElseComesFromIt() throws GeneralSecurityException {
    assertThat(Mac.getInstance("HmacSHA256").getProvider().getName()).isEqualTo("SunJCE");
    assertThat(Security.getProvider("Conscrypt")).isNull();
  }

  /** As SCRAM does it: one key, many times, without a new beginning. */
  @Test
  void itGivesWhatThePlatformGives() throws GeneralSecurityException {
    Random random = new Random(2017);
    byte[] key = new byte[43];
    random.nextBytes(key);
    Mac mac = Mac.getInstance(ALGORITHM);
    mac.init(new SecretKeySpec(key, ALGORITHM));
    Mac platform = Mac.getInstance(ALGORITHM, "SunJCE");
    platform.init(new SecretKeySpec(key, ALGORITHM));
    for (int i = 0; i < MANY; i++) {
      byte[] text = new byte[random.nextInt(200)];
      random.nextBytes(text);
      assertThat(mac.doFinal(text)).isEqualTo(platform.doFinal(text));
    }
  }
}
