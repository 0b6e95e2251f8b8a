package eu.digitalnorth.audit.store;

import eu.digitalnorth.audit.ledger.CanonicalForm;
import eu.digitalnorth.audit.ledger.EntryContent;
import eu.digitalnorth.audit.ledger.Hash;
import eu.digitalnorth.audit.ledger.LedgerEntry;
import eu.digitalnorth.audit.ledger.RequestingAuthority;
import eu.digitalnorth.audit.ledger.SeenPosition;
import eu.digitalnorth.country.CountryCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads rows of {@code ledger_entry}. */
final class EntryRows {
  private static final JsonMapper JSON = JsonMapper.shared();

  private EntryRows() {}

  /**
   * @throws IllegalArgumentException if the row was never written by a ledger
   * @throws tools.jackson.core.JacksonException the same
   */
  static LedgerEntry read(ResultSet row, int number) throws SQLException {
    return new LedgerEntry(
        row.getLong("entry_number"),
        content(row),
        hash(row, "previous_hash"),
        hash(row, "leaf_hash"),
        hash(row, "entry_hash"));
  }

  private static EntryContent content(ResultSet row) throws SQLException {
    return new EntryContent(
        CountryCode.of(row.getString("country")),
        row.getObject("event_id", UUID.class),
        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
        row.getObject("exchange_id", UUID.class),
        row.getString("action"),
        row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
        row.getString("service"),
        row.getObject("message_id", UUID.class),
        row.getString("message_type"),
        row.getString("topic"),
        row.getString("counterparty"),
        authority(row),
        row.getString("subject"),
        row.getString("procedure"),
        row.getString("evidence_type"),
        row.getString("outcome"),
        instant(row, "decided_at"),
        positions(row.getString("positions")),
        row.getBytes("body_digest") == null ? null : hash(row, "body_digest"));
  }

  private static @Nullable RequestingAuthority authority(ResultSet row) throws SQLException {
    String country = row.getString("authority_country");
    String id = row.getString("authority_id");
    String name = row.getString("authority_name");
    if (country == null && id == null && name == null) {
      return null;
    }
    if (country == null || id == null || name == null) {
      throw new IllegalArgumentException("Half an authority");
    }
    return new RequestingAuthority(country, id, name);
  }

  /** Only the one spelling that was hashed is read: another would hide a change. */
  private static List<SeenPosition> positions(String json) {
    List<SeenPosition> positions = JSON.readValue(json, new TypeReference<>() {});
    if (!CanonicalForm.positions(positions).equals(json)) {
      throw new IllegalArgumentException("Positions are not in canonical form");
    }
    return positions;
  }

  private static Hash hash(ResultSet row, String column) throws SQLException {
    return Hash.of(row.getBytes(column));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
