package eu.digitalnorth.portal.store;

import eu.digitalnorth.country.AuthorityId;
import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.country.LevelOfAssurance;
import eu.digitalnorth.country.ProcedureCode;
import eu.digitalnorth.portal.exchange.Attested;
import eu.digitalnorth.portal.exchange.EvidenceItem;
import eu.digitalnorth.portal.exchange.EvidenceWish;
import eu.digitalnorth.portal.exchange.Exchange;
import eu.digitalnorth.portal.exchange.ExchangeState;
import eu.digitalnorth.portal.exchange.Refusal;
import eu.digitalnorth.portal.exchange.Terms;
import eu.digitalnorth.trust.crypto.CryptoProvider;
import eu.digitalnorth.trust.encryption.ResponseKeyPair;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code exchange}.
 *
 * @param bare the exchange without evidence, its state being the first one
 */
record ExchangeRow(
    Exchange bare,
    ExchangeState.Name state,
    @Nullable Attested attested,
    @Nullable Refusal refusal,
    @Nullable Instant endedAt) {

  UUID id() {
    return bare.id();
  }

  static ExchangeRow read(ResultSet row) throws SQLException {
    Terms terms =
        new Terms(
            new AuthorityId(row.getString("requester")),
            new ProcedureCode(row.getString("procedure")),
            CountryCode.of(row.getString("citizen_country")),
            LevelOfAssurance.valueOf(row.getString("level_of_assurance")),
            List.of(),
            row.getBoolean("explicit_request"),
            row.getBoolean("possibility_preview"));
    Exchange bare =
        new Exchange(
            row.getObject("id", UUID.class),
            terms,
            row.getString("subject"),
            row.getString("company"),
            Objects.requireNonNull(Columns.instant(row, "created_at")),
            Objects.requireNonNull(Columns.instant(row, "expires_at")),
            responseKey(row),
            new ExchangeState.AttestationRequested(
                row.getObject("attestation_request_id", UUID.class)));
    return new ExchangeRow(
        bare,
        ExchangeState.Name.valueOf(row.getString("state")),
        attested(row),
        Columns.refusal(row),
        Columns.instant(row, "ended_at"));
  }

  Exchange exchange(List<EvidenceRows.Row> rows) {
    List<EvidenceWish> wishes = rows.stream().map(EvidenceRows.Row::wish).toList();
    List<EvidenceItem> items = rows.stream().flatMap(row -> row.item().stream()).toList();
    Terms terms = bare.terms();
    Terms whole =
        new Terms(
            terms.requester(),
            terms.procedure(),
            terms.citizenCountry(),
            terms.level(),
            wishes,
            terms.explicitRequest(),
            terms.possibilityForPreview());
    return new Exchange(
        bare.id(),
        whole,
        bare.subject(),
        bare.company(),
        bare.createdAt(),
        bare.expiresAt(),
        bare.responseKey(),
        state(items));
  }

  static Map<String, @Nullable Object> ofNew(Exchange exchange) {
    Terms terms = exchange.terms();
    Map<String, @Nullable Object> values = new HashMap<>();
    values.put("id", exchange.id());
    values.put("country", terms.country().lower());
    values.put("requester", terms.requester().value());
    values.put("procedure", terms.procedure().value());
    values.put("citizenCountry", terms.citizenCountry().lower());
    values.put("level", terms.level().name());
    values.put("explicitRequest", terms.explicitRequest());
    values.put("preview", terms.possibilityForPreview());
    values.put("subject", exchange.subject());
    values.put("company", exchange.company());
    values.put("createdAt", Columns.timestamp(exchange.createdAt()));
    values.put("expiresAt", Columns.timestamp(exchange.expiresAt()));
    values.put("state", exchange.state().name().name());
    values.put("attestationRequestId", requestId(exchange.state()));
    values.put("responseKey", required(exchange.responseKey()).privateJwk());
    return values;
  }

  static Map<String, @Nullable Object> ofState(Exchange exchange) {
    ExchangeState state = exchange.state();
    Attested attested = state.attestation().orElse(null);
    Map<String, @Nullable Object> values = new HashMap<>();
    values.put("id", exchange.id());
    values.put("state", state.name().name());
    values.put("attestationId", attested == null ? null : attested.attestationId());
    values.put("attestedLevel", attested == null ? null : attested.level().name());
    values.put("validUntil", attested == null ? null : Columns.timestamp(attested.validUntil()));
    values.put(
        "endedAt",
        state instanceof ExchangeState.Ended ended ? Columns.timestamp(ended.endedAt()) : null);
    Columns.put(values, state instanceof ExchangeState.Refused refused ? refused.refusal() : null);
    return values;
  }

  private ExchangeState state(List<EvidenceItem> items) {
    return switch (state) {
      case ATTESTATION_REQUESTED -> bare.state();
      case EVIDENCE_REQUESTED -> new ExchangeState.EvidenceRequested(required(attested), items);
      case COMPLETED -> new ExchangeState.Completed(required(attested), items, required(endedAt));
      case REFUSED ->
          new ExchangeState.Refused(required(refusal), attested, items, required(endedAt));
      case EXPIRED -> new ExchangeState.Expired(attested, items, required(endedAt));
      case WITHDRAWN -> new ExchangeState.Withdrawn(attested, items, required(endedAt));
    };
  }

  private static @Nullable ResponseKeyPair responseKey(ResultSet row) throws SQLException {
    byte[] privateJwk = row.getBytes("response_key");
    return privateJwk == null ? null : ResponseKeyPair.restore(privateJwk, CryptoProvider.best());
  }

  private static UUID requestId(ExchangeState state) {
    if (state instanceof ExchangeState.AttestationRequested first) {
      return first.requestId();
    }
    throw new IllegalArgumentException("A new exchange begins with an attestation request");
  }

  private static @Nullable Attested attested(ResultSet row) throws SQLException {
    UUID id = row.getObject("attestation_id", UUID.class);
    return id == null
        ? null
        : new Attested(
            id,
            LevelOfAssurance.valueOf(row.getString("attested_level")),
            required(Columns.instant(row, "attestation_valid_until")));
  }

  private static <T> T required(@Nullable T value) {
    return Objects.requireNonNull(value, "A row of exchange lacks what its state needs");
  }
}
