package eu.digitalnorth.portal.exchange;

import static eu.digitalnorth.portal.exchange.Fixtures.FIRST;
import static eu.digitalnorth.portal.exchange.Fixtures.NOW;
import static eu.digitalnorth.portal.exchange.Fixtures.SECOND;
import static eu.digitalnorth.portal.exchange.Fixtures.attestationRequested;
import static eu.digitalnorth.portal.exchange.Fixtures.evidenceRequested;
import static eu.digitalnorth.portal.exchange.Fixtures.provided;
import static eu.digitalnorth.portal.exchange.Fixtures.refused;
import static org.assertj.core.api.Assertions.assertThat;

import eu.digitalnorth.portal.exchange.ExchangeState.Completed;
import eu.digitalnorth.portal.exchange.ExchangeState.EvidenceRequested;
import eu.digitalnorth.portal.exchange.ExchangeState.Expired;
import eu.digitalnorth.portal.exchange.ExchangeState.Open;
import eu.digitalnorth.portal.exchange.ExchangeState.Refused;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExchangeStateTest {

  @Test
  void aRefusedAttestationEndsTheExchange() {
    Refusal refusal = new Refusal(Refusal.Stage.ATTESTATION, "A", "ACCESS_DENIED", "No");

    Refused state = attestationRequested().refuse(refusal, NOW);

    assertThat(state.refusal()).isEqualTo(refusal);
    assertThat(state.attestation()).isEmpty();
    assertThat(state.endedAt()).isEqualTo(NOW);
  }

  @Test
  void oneAnswerOfTwoLeavesItOpen() {
    ExchangeState state = evidenceRequested().answered(SECOND, provided(), NOW);

    assertThat(state).isInstanceOf(EvidenceRequested.class);
    assertThat(state.evidence()).extracting(EvidenceItem::isAnswered).containsExactly(false, true);
  }

  @Test
  void itCompletesWhenAllIsProvided() {
    ExchangeState state =
        answered(answered(evidenceRequested(), SECOND, provided()), FIRST, provided());

    assertThat(state).isInstanceOf(Completed.class);
    assertThat(state.attestation()).isPresent();
  }

  @Test
  void aRefusalWaitsForTheOtherAnswer() {
    ExchangeState state = answered(evidenceRequested(), FIRST, refused("EVIDENCE_NOT_FOUND"));

    assertThat(state).isInstanceOf(Open.class);
  }

  @Test
  void ofTwoRefusalsTheFirstInTheOrderOfAskingIsTold() {
    ExchangeState one = answered(evidenceRequested(), SECOND, refused("SUBJECT_NOT_FOUND"));

    ExchangeState state = answered(one, FIRST, refused("EVIDENCE_NOT_FOUND"));

    assertThat(state)
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> assertThat(refused.refusal().reason()).isEqualTo("EVIDENCE_NOT_FOUND"));
  }

  @Test
  void anAnswerToNoRequestIsToAnItemThatIsNotThere() {
    assertThat(evidenceRequested().asked(UUID.randomUUID())).isEmpty();
    assertThat(evidenceRequested().asked(FIRST)).isPresent();
  }

  @Test
  void whatIsOpenCanExpireAndKeepsWhatItHad() {
    Expired state = evidenceRequested().expire(NOW);

    assertThat(state.attestation()).isPresent();
    assertThat(state.evidence()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(classes = {Completed.class, Refused.class, Expired.class})
  void anEndedStateOffersNoTransition(Class<?> ended) {
    assertThat(Arrays.stream(ended.getDeclaredMethods()).map(Method::getReturnType))
        .noneMatch(ExchangeState.class::isAssignableFrom);
    assertThat(Open.class.isAssignableFrom(ended)).isFalse();
  }

  private static ExchangeState answered(
      ExchangeState state, UUID requestId, EvidenceAnswer answer) {
    return ((EvidenceRequested) state).answered(requestId, answer, NOW);
  }
}
