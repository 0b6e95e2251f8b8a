package eu.digitalnorth.messaging.store;

import static org.assertj.core.api.Assertions.assertThat;

import eu.digitalnorth.messaging.envelope.Header;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeaderBytesTest {

  @Test
  void headersComeBackAsTheyWere() {
    List<Header> headers =
        List.of(
            Header.of("ce_id", "6f6bb1a5"),
            Header.of("ce_id", "again"),
            new Header("", new byte[0]),
            new Header("nul\0", new byte[] {0, -1, 127}),
            new Header("absent", null));

    assertThat(HeaderBytes.read(HeaderBytes.write(headers)))
        .usingRecursiveFieldByFieldElementComparator()
        .isEqualTo(headers);
  }

  @Test
  void noHeadersAreNoBytes() {
    assertThat(HeaderBytes.write(List.of())).isEmpty();
    assertThat(HeaderBytes.read(new byte[0])).isEmpty();
  }
}
