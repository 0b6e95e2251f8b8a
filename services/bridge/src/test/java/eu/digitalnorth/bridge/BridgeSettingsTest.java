package eu.digitalnorth.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class BridgeSettingsTest {
  private static final String FILE =
      """
      clusters=east,west
      replicas=1
      east.countries=ee,lv
      east.bootstrap.servers=127.0.0.1:1
      east.security.protocol=SASL_PLAINTEXT
      west.countries=no
      west.bootstrap.servers=127.0.0.1:2
      """;

  @Test
  void whatIsForTheOtherSideAndWhatIsToldToAllIsCarriedOver() {
    BridgeSettings settings = settings(FILE);

    assertThat(settings.one().topicsTo(settings.other()))
        .containsExactly(
            "ee.eid.attestation-status.v1",
            "ee.trust.key.v1",
            "lv.eid.attestation-status.v1",
            "lv.trust.key.v1",
            "no.eid.attestation-request.v1",
            "no.eid.attestation-response.v1",
            "no.evidence.request.v1",
            "no.evidence.response.v1",
            "no.register.life-event.v1");
  }

  @Test
  void nothingIsCarriedBothWaysOrIsNational() {
    BridgeSettings settings = settings(FILE);
    List<String> there = settings.one().topicsTo(settings.other());
    List<String> back = settings.other().topicsTo(settings.one());

    assertThat(there).doesNotContainAnyElementsOf(back);
    assertThat(back)
        .isNotEmpty()
        .noneMatch(topic -> topic.contains("audit") || topic.contains("register.person"))
        .noneMatch(topic -> topic.contains(".dlt."));
  }

  @Test
  void mirrorMakerIsToldNamesThatStayAsTheyAre() {
    Map<String, String> told = settings(FILE).ofMirrorMaker();

    assertThat(told)
        .containsEntry("clusters", "east,west")
        .containsEntry("east.bootstrap.servers", "127.0.0.1:1")
        .containsEntry("east.security.protocol", "SASL_PLAINTEXT")
        .containsEntry("replication.factor", "1")
        .containsEntry("sync.topic.acls.enabled", "false")
        .containsEntry("offset.storage.topic", "bridge.offset")
        .containsEntry("west.group.id", "bridge.west")
        .doesNotContainKey("east.countries");
    assertThat(told.get("replication.policy.class")).endsWith("IdentityReplicationPolicy");
    assertThat(told.get("east->west.topics")).contains("no\\.evidence\\.response\\.v1");
    assertThat(told.get("west->east.topics")).contains("lv\\.evidence\\.request\\.v1");
  }

  @Test
  void aCountryIsOnOneSideOnly() {
    assertThatThrownBy(() -> settings(FILE.replace("west.countries=no", "west.countries=no,ee")))
        .hasMessageContaining("one cluster only");
  }

  @Test
  void aSideThatIsNotDescribedIsNoSide() {
    assertThatThrownBy(() -> settings(FILE.replace("clusters=east,west", "clusters=east,north")))
        .hasMessageContaining("countries and bootstrap.servers");
    assertThatThrownBy(() -> settings(FILE.replace("clusters=east,west", "clusters=east")))
        .hasMessageContaining("two");
  }

  @Test
  void replicasAreANumber() {
    assertThatThrownBy(() -> settings(FILE.replace("replicas=1", "replicas=some")))
        .hasMessage("Set replicas to a number, not to some");
  }

  private static BridgeSettings settings(String text) {
    Properties file = new Properties();
    try {
      file.load(new StringReader(text));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return BridgeSettings.of(file);
  }
}
