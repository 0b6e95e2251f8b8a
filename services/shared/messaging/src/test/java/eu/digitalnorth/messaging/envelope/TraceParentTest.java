package eu.digitalnorth.messaging.envelope;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceParentTest {
  private static final String FORM = "00-[0-9a-f]{32}-[0-9a-f]{16}-01";
  private static final UUID MESSAGE = UUID.fromString("2ed6657d-e927-568b-95e1-2665a8aea6a2");

  @Test
  void aMessageStaysInTheTraceOfItsCauseAndIsASpanOfItsOwn() {
    String cause = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    assertThat(TraceParent.next(cause, "key", MESSAGE))
        .isEqualTo("00-4bf92f3577b34da6a3ce929d0e0e4736-2ed6657de927568b-01");
  }

  @Test
  void aMessageWithoutACauseIsTracedByItsExchange() {
    UUID exchange = UUID.randomUUID();

    assertThat(TraceParent.next(null, exchange.toString(), MESSAGE))
        .matches(FORM)
        .contains(exchange.toString().replace("-", ""));
  }

  @Test
  void aMessageOfNoExchangeIsTracedByItself() {
    assertThat(TraceParent.next(null, "a pseudonym", MESSAGE))
        .matches(FORM)
        .contains("2ed6657de927568b95e12665a8aea6a2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nonsense",
        "01-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
        "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
        "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902bg-01",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-0x",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-011",
        "00-4bf92f3577b34da6a3ce929d0e0e4736_00f067aa0ba902b7-01",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7_01"
      })
  void aCauseWhoseTraceIsInvalidIsNotFollowed(String invalid) {
    UUID exchange = UUID.randomUUID();

    assertThat(TraceParent.next(invalid, exchange.toString(), MESSAGE))
        .matches(FORM)
        .contains(exchange.toString().replace("-", ""));
  }
}
