package eu.digitalnorth.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PseudonymsTest {
  private static final byte[] KEY =
      HexFormat.of().parseHex("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f");

  private final Pseudonyms pseudonyms = new Pseudonyms(KEY);

  /** Computed with Python: hmac.new(key, b"ee-isikukood:39901012239", "sha256").hexdigest(). */
  @Test
  void aPseudonymIsTheHmacOfSchemeAndIdentifier() {
    assertThat(pseudonyms.of("ee-isikukood", "39901012239"))
        .isEqualTo("ada3ae4d96ec12dd734e28238522131238fc7c0316656790aea5aeaeb8f1a126");
  }

  @Test
  void aPseudonymIs64HexadecimalDigitsAndDoesNotContainTheIdentifier() {
    assertThat(pseudonyms.of("ee-isikukood", "39901012239"))
        .matches("[0-9a-f]{64}")
        .doesNotContain("39901012239");
  }

  @Test
  void anotherKeySchemeOrIdentifierGivesAnotherPseudonym() {
    byte[] otherKey = KEY.clone();
    otherKey[0]++;

    assertThat(
            Stream.of(
                pseudonyms.of("ee-isikukood", "1"),
                pseudonyms.of("ee-isikukood", "2"),
                pseudonyms.of("lt-asmens-kodas", "1"),
                new Pseudonyms(otherKey).of("ee-isikukood", "1")))
        .doesNotHaveDuplicates();
  }

  @Test
  void threadsDoNotDisturbEachOther() {
    String expected = pseudonyms.of("scheme", "identifier");

    assertThat(
            IntStream.range(0, 2_000)
                .parallel()
                .mapToObj(i -> pseudonyms.of("scheme", "identifier")))
        .allMatch(expected::equals);
  }

  @Test
  void aShortKeyIsNone() {
    assertThatThrownBy(() -> new Pseudonyms(new byte[31]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("32 bytes");
  }
}
