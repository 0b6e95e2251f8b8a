package eu.digitalnorth.portal.store;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.country.EvidenceTypeCode;
import eu.digitalnorth.portal.exchange.EvidenceAnswer;
import eu.digitalnorth.portal.exchange.EvidenceItem;
import eu.digitalnorth.portal.exchange.EvidenceWish;
import eu.digitalnorth.portal.exchange.Exchange;
import eu.digitalnorth.portal.exchange.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of {@code exchange_evidence}: what was wished, then what became of it. */
final class EvidenceRows {
  private final JdbcClient jdbc;

  EvidenceRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(Exchange exchange) {
    List<EvidenceWish> wishes = exchange.terms().evidence();
    for (int position = 0; position < wishes.size(); position++) {
      jdbc.sql(
              """
              insert into exchange_evidence (exchange_id, position, country, type, provider_country)
              values (:id, :position, :country, :type, :provider)
              """)
          .param("id", exchange.id())
          .param("position", position)
          .param("country", exchange.terms().country().lower())
          .param("type", wishes.get(position).type().name())
          .param("provider", wishes.get(position).providerCountry().lower())
          .update();
    }
  }

  void save(Exchange exchange) {
    List<EvidenceItem> items = exchange.state().evidence();
    for (int position = 0; position < items.size(); position++) {
      jdbc.sql(
              """
              update exchange_evidence set request_id = :requestId, asked_at = :askedAt,
                  evidence_id = :evidenceId, issuing_authority = :authority,
                  issued_on = :issuedOn, conforms_to = :conformsTo,
                  refusal_stage = :refusalStage, refusal_code = :refusalCode,
                  refusal_reason = :refusalReason, refusal_explanation = :refusalExplanation
              where exchange_id = :id and position = :position
              """)
          .param("id", exchange.id())
          .param("position", position)
          .params(values(items.get(position)))
          .update();
    }
  }

  Map<UUID, List<Row>> of(UUID[] exchanges) {
    return jdbc
        .sql("select * from exchange_evidence where exchange_id = any(:ids) order by position")
        .param("ids", exchanges)
        .query((row, n) -> read(row))
        .list()
        .stream()
        .collect(Collectors.groupingBy(Row::exchangeId));
  }

  private static Map<String, @Nullable Object> values(EvidenceItem item) {
    EvidenceAnswer.Provided provided =
        item.answer() instanceof EvidenceAnswer.Provided yes ? yes : null;
    Map<String, @Nullable Object> values = new HashMap<>();
    values.put("requestId", item.requestId());
    values.put("askedAt", Columns.timestamp(item.askedAt()));
    values.put("evidenceId", provided == null ? null : provided.evidenceId());
    values.put("authority", provided == null ? null : provided.issuingAuthority());
    values.put("issuedOn", provided == null ? null : provided.issuedOn());
    values.put("conformsTo", provided == null ? null : provided.conformsTo());
    Columns.put(values, item.answer() instanceof EvidenceAnswer.Refused no ? no.refusal() : null);
    return values;
  }

  private static Row read(ResultSet row) throws SQLException {
    EvidenceWish wish =
        new EvidenceWish(
            EvidenceTypeCode.valueOf(row.getString("type")),
            CountryCode.of(row.getString("provider_country")));
    UUID requestId = row.getObject("request_id", UUID.class);
    EvidenceItem item =
        requestId == null
            ? null
            : new EvidenceItem(
                wish,
                requestId,
                Objects.requireNonNull(Columns.instant(row, "asked_at")),
                answer(row));
    return new Row(row.getObject("exchange_id", UUID.class), wish, item);
  }

  private static @Nullable EvidenceAnswer answer(ResultSet row) throws SQLException {
    Refusal refusal = Columns.refusal(row);
    if (refusal != null) {
      return new EvidenceAnswer.Refused(refusal);
    }
    UUID evidenceId = row.getObject("evidence_id", UUID.class);
    return evidenceId == null
        ? null
        : new EvidenceAnswer.Provided(
            evidenceId,
            row.getString("issuing_authority"),
            row.getObject("issued_on", LocalDate.class),
            row.getString("conforms_to"));
  }

  /**
   * @param asked null until it was asked for
   */
  record Row(UUID exchangeId, EvidenceWish wish, @Nullable EvidenceItem asked) {
    Optional<EvidenceItem> item() {
      return Optional.ofNullable(asked);
    }
  }
}
