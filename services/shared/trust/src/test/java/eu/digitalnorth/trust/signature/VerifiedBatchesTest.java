package eu.digitalnorth.trust.signature;

import static org.assertj.core.api.Assertions.assertThat;

import eu.digitalnorth.trust.key.KeyId;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class VerifiedBatchesTest {
  private static final KeyId KEY = KeyId.of(new byte[] {1});
  private static final byte[] SIGNATURE = {2};
  private static final byte[] BATCH = {3};

  private final VerifiedBatches verified = new VerifiedBatches();

  @Test
  void aBatchIsKnownWithItsKeyAndSignatureOnly() {
    verified.add(KEY, SIGNATURE, BATCH);

    assertThat(verified.contains(KEY, SIGNATURE, BATCH)).isTrue();
    assertThat(verified.contains(KeyId.of(new byte[] {9}), SIGNATURE, BATCH)).isFalse();
    assertThat(verified.contains(KEY, new byte[] {9}, BATCH)).isFalse();
    assertThat(verified.contains(KEY, SIGNATURE, new byte[] {9})).isFalse();
  }

  @Test
  void theOldestIsForgottenWhenThereAreMany() {
    for (int i = 0; i < 1025; i++) {
      verified.add(KEY, SIGNATURE, number(i));
    }

    assertThat(verified.contains(KEY, SIGNATURE, number(0))).isFalse();
    assertThat(verified.contains(KEY, SIGNATURE, number(1))).isTrue();
    assertThat(verified.contains(KEY, SIGNATURE, number(1024))).isTrue();
  }

  private static byte[] number(int i) {
    return ByteBuffer.allocate(Integer.BYTES).putInt(i).array();
  }
}
