package eu.digitalnorth.trust.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalBase64Test {
  private static final int MANY = 2_000;

  @Test
  void whateverIsWrittenIsReadAgain() {
    Random random = new Random(2017);
    for (int i = 0; i < MANY; i++) {
      byte[] bytes = new byte[random.nextInt(100)];
      random.nextBytes(bytes);

      assertThat(
              CanonicalBase64.decode(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes)))
          .hasValueSatisfying(read -> assertThat(read).isEqualTo(bytes));
    }
  }

  /** Padding, the other alphabet, white space, a stray bit, half a byte, other characters. */
  @ParameterizedTest
  @ValueSource(strings = {"_w==", "/w", "_w\n", " _w", "_x", "_", "_w.", "_w\u00e5", "-+8_"})
  void anotherSpellingIsNone(String text) {
    assertThat(CanonicalBase64.decode(text)).isEmpty();
  }
}
