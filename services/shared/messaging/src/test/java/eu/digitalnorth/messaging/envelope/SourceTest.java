package eu.digitalnorth.messaging.envelope;

import static org.assertj.core.api.Assertions.assertThat;

import eu.digitalnorth.country.CountryCode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceTest {

  @ParameterizedTest
  @ValueSource(strings = {"evidence", "e", "a-b-2", "abcdefghijklmnopqrstuvwxyz012345"})
  void aSourceIsReadAsItIsWritten(String service) {
    Source source = new Source(CountryCode.of("ee"), service);

    assertThat(source).hasToString("urn:digital-north:ee:" + service);
    assertThat(Source.parse(source.toString())).contains(source);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "urn:digital-north:",
        "urn:digital-north:ee",
        "urn:digital-north:ee:",
        "urn:digital-north:ee:Evidence",
        "urn:digital-north:ee:2evidence",
        "urn:digital-north:ee:-evidence",
        "urn:digital-north:ee:evi dence",
        "urn:digital-north:ee:evid\u00e9nce",
        "urn:digital-north:ee:evidence:more",
        "urn:digital-north:ee:abcdefghijklmnopqrstuvwxyz0123456",
        "urn:digital-north:EE:evidence",
        "urn:digital-north:e1:evidence",
        "urn:digital-north:eee:evidence",
        "urn:digital-north:e:evidence",
        "urn:digital-north::evidence",
        "URN:digital-north:ee:evidence",
        " urn:digital-north:ee:evidence"
      })
  void anythingElseIsNoSource(String text) {
    assertThat(Source.parse(text)).isEmpty();
  }
}
