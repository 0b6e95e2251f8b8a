package eu.digitalnorth.attestation.authentication;

import static eu.digitalnorth.attestation.authentication.Fixtures.NOW;
import static eu.digitalnorth.attestation.authentication.Fixtures.ONESELF;
import static eu.digitalnorth.attestation.authentication.Fixtures.SOON;
import static eu.digitalnorth.attestation.authentication.Fixtures.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import eu.digitalnorth.attestation.authentication.Authentication.Pending;
import eu.digitalnorth.attestation.authentication.Authentication.State;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AuthenticationTest {
  private final Pending pending = new Pending(new AuthReqId(new UUID(3, 3)), request(ONESELF), NOW);

  @Test
  void aPendingOneCanBeApproved() {
    assertThat(pending.approve(NOW).state()).isEqualTo(State.APPROVED);
  }

  @Test
  void aPendingOneCanBeDenied() {
    assertThat(pending.deny(NOW).state()).isEqualTo(State.DENIED);
  }

  @Test
  void aPendingOneExpiresWhenItsTimeIsOver() {
    assertThat(pending.expire(SOON).state()).isEqualTo(State.EXPIRED);
  }

  @Test
  void itRemembersWhenItWasDecided() {
    assertThat(pending.approve(NOW.plusMillis(7)).decidedAt()).isEqualTo(NOW.plusMillis(7));
  }

  @Test
  void itIsTooLateToApproveWhenItsTimeIsOver() {
    assertThatExceptionOfType(NoLongerPendingException.class)
        .isThrownBy(() -> pending.approve(SOON))
        .withMessageContaining("EXPIRED");
  }

  @Test
  void itIsTooLateToDenyWhenItsTimeIsOver() {
    assertThatExceptionOfType(NoLongerPendingException.class).isThrownBy(() -> pending.deny(SOON));
  }

  @Test
  void itDoesNotExpireBefore() {
    assertThatIllegalStateException().isThrownBy(() -> pending.expire(SOON.minusMillis(1)));
  }
}
