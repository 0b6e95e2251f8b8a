package eu.digitalnorth.audit.usage;

import static org.assertj.core.api.Assertions.assertThat;

import eu.digitalnorth.audit.ledger.Entries;
import eu.digitalnorth.audit.ledger.EntryContent;
import eu.digitalnorth.country.CountryProfiles;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class UsageReaderTest {
  private final UsageReader reader = new UsageReader(CountryProfiles.load());

  @Test
  void aDecisionTellsWhoAskedAndWhatTheAnswerWas() {
    EntryContent entry = entry("DECIDED", "eid.attestation-request", "attestation", "LV", "ISSUED");

    Usage usage = reader.read(entry);

    assertThat(usage.action()).isEqualTo("Attestation: ISSUED");
    assertThat(usage.receiverSystem()).isEqualTo("urn:digital-north:lv:portal");
    assertThat(usage.system()).isEqualTo("urn:digital-north:ee:attestation");
  }

  @Test
  void aReceivedAnswerWasReceivedHere() {
    Usage usage = reader.read(entry("LATE", "evidence.response", "portal", "LV", null));

    assertThat(usage.action()).isEqualTo("Evidence DIPLOMA received late");
    assertThat(usage.receiverSystem()).isEqualTo("urn:digital-north:ee:portal");
  }

  @Test
  void aLifeEventThatIsSentGoesToTheOtherPopulationRegister() {
    Usage usage =
        reader.read(withoutAuthority(entry("SENT", "register.life-event", "registry", "FI", null)));

    assertThat(usage.action()).isEqualTo("Life event sent");
    assertThat(usage.receiverCode()).isEqualTo("FI:population-register");
    assertThat(usage.receiverSystem()).isEqualTo("urn:digital-north:fi:registry");
  }

  @Test
  void aLifeEventThatIsReceivedGoesToThisPopulationRegister() {
    Usage usage =
        reader.read(
            withoutAuthority(entry("RECEIVED", "register.life-event", "registry", "FI", null)));

    assertThat(usage.action()).isEqualTo("Life event received");
    assertThat(usage.receiverName()).isEqualTo("Siseministeerium");
    assertThat(usage.receiverSystem()).isEqualTo("urn:digital-north:ee:registry");
  }

  @Test
  void aCountryThatNoLongerTakesPartIsUnknown() {
    Usage usage =
        reader.read(withoutAuthority(entry("SENT", "register.life-event", "registry", "XX", null)));

    assertThat(usage.receiverCode()).isEqualTo("unknown");
  }

  @Test
  void theRuleKnowsEveryMajorVersionOfAMessageAndNoOtherMessage() {
    assertThat("eu.digitalnorth.evidence.response.v12").matches(UsageRule.RECEIVED_TYPES);
    assertThat("eu.digitalnorth.register.life-event.v1").matches(UsageRule.SENT_TYPES);
    assertThat("eu.digitalnorth.evidence.request.v1").doesNotMatch(UsageRule.RECEIVED_TYPES);
    assertThat("eu.digitalnorth.evidence.response.v1").doesNotMatch(UsageRule.SENT_TYPES);
  }

  private static EntryContent entry(
      String action,
      String message,
      String service,
      String counterparty,
      @Nullable String outcome) {
    EntryContent e = Entries.decision(1);
    return new EntryContent(
        e.country(),
        e.eventId(),
        e.recordedAt(),
        e.exchangeId(),
        action,
        e.occurredAt(),
        service,
        e.messageId(),
        "eu.digitalnorth." + message + ".v1",
        e.topic(),
        counterparty,
        e.authority(),
        e.subject(),
        e.procedure(),
        e.evidenceType(),
        outcome,
        e.decidedAt(),
        e.positions(),
        e.bodyDigest());
  }

  private static EntryContent withoutAuthority(EntryContent e) {
    return new EntryContent(
        e.country(),
        e.eventId(),
        e.recordedAt(),
        e.exchangeId(),
        e.action(),
        e.occurredAt(),
        e.service(),
        e.messageId(),
        e.messageType(),
        e.topic(),
        e.counterparty(),
        null,
        e.subject(),
        e.procedure(),
        e.evidenceType(),
        e.outcome(),
        e.decidedAt(),
        e.positions(),
        e.bodyDigest());
  }
}
