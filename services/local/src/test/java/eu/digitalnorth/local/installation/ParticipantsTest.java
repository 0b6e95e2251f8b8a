package eu.digitalnorth.local.installation;

import static org.assertj.core.api.Assertions.assertThat;

import eu.digitalnorth.country.CountryCode;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class ParticipantsTest {
  private static final URI PORTAL = URI.create("http://portal:8080");
  private static final CountryCode ESTONIA = CountryCode.of("ee");
  private static final CountryCode NORWAY = CountryCode.of("no");
  private static final CountryCode SWEDEN = CountryCode.of("se");

  private final Participants apart = new Participants(List.of(ESTONIA, NORWAY, SWEDEN), true);

  @Test
  void countriesApartHaveServicesOfTheirOwn() {
    assertThat(apart.own(PORTAL, NORWAY)).hasToString("http://portal-no:8080");
    assertThat(apart.pattern(PORTAL)).isEqualTo("http://portal-{country}:8080");
  }

  @Test
  void countriesTogetherShareTheirServices() {
    Participants together = Participants.together(List.of());

    assertThat(together.own(PORTAL, NORWAY)).isEqualTo(PORTAL);
    assertThat(together.pattern(PORTAL)).isEqualTo("http://portal:8080");
    assertThat(together.countries()).hasSize(8);
  }

  @Test
  void whoIsNotInTheNetworkIsLeftOutUnlessTheyMustBeThere() {
    Participants running =
        apart.running(List.of(ESTONIA), PORTAL, name -> String.valueOf(name).equals("portal-se"));

    assertThat(running.countries()).containsExactly(ESTONIA, SWEDEN);
    assertThat(running.contains("NO")).isFalse();
  }
}
