package eu.digitalnorth.attestation.authentication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class StatusPlaceTest {
  @Test
  void aListIsFilledBeforeTheNextOneBegins() {
    StatusPlace last = new StatusPlace(StatusPlace.LIST_SIZE - 1);
    StatusPlace next = new StatusPlace(StatusPlace.LIST_SIZE);

    assertThat(last.list()).isZero();
    assertThat(last.index()).isEqualTo(99_999);
    assertThat(next.list()).isEqualTo(1);
    assertThat(next.index()).isZero();
  }

  @Test
  void theNextListIsMadeReadyInTheSecondHalf() {
    assertThat(new StatusPlace(149_999).isInSecondHalf()).isFalse();
    assertThat(new StatusPlace(150_000).isInSecondHalf()).isTrue();
  }

  @Test
  void thereIsNoPlaceBeforeTheFirst() {
    assertThatIllegalArgumentException().isThrownBy(() -> new StatusPlace(-1));
  }
}
