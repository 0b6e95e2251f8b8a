package eu.digitalnorth.portal.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import eu.digitalnorth.country.EvidenceTypeCode;
import eu.digitalnorth.portal.exchange.TimelineEntry;
import eu.digitalnorth.portal.store.TimelineStore.Numbered;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A timeline entry as it is shown.
 *
 * @param number from 1 within the exchange; the id of the server-sent event
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TimelineView(
    int number,
    Instant at,
    TimelineEntry.Kind kind,
    @Nullable PartyView from,
    @Nullable PartyView to,
    @Nullable String topic,
    @Nullable UUID messageId,
    @Nullable EvidenceTypeCode evidenceType,
    @Nullable String outcome,
    @Nullable Long tookMillis) {

  static TimelineView of(Numbered numbered) {
    TimelineEntry entry = numbered.entry();
    return new TimelineView(
        numbered.number(),
        entry.at(),
        entry.kind(),
        PartyView.of(entry.from()),
        PartyView.of(entry.to()),
        entry.topic(),
        entry.messageId(),
        entry.evidenceType(),
        entry.outcome(),
        entry.tookMillis());
  }

  /** A service of a country. */
  record PartyView(String country, String service) {
    static @Nullable PartyView of(TimelineEntry.@Nullable Party party) {
      return party == null ? null : new PartyView(party.country().value(), party.service());
    }
  }
}
