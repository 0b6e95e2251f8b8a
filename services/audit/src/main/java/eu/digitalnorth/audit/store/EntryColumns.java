package eu.digitalnorth.audit.store;

import eu.digitalnorth.audit.ledger.CanonicalForm;
import eu.digitalnorth.audit.ledger.EntryContent;
import eu.digitalnorth.audit.ledger.Hash;
import eu.digitalnorth.audit.ledger.LedgerEntry;
import eu.digitalnorth.audit.ledger.RequestingAuthority;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes entries as one statement with an array for each column: several times quicker than a row
 * at a time, whatever the batch settings of the connection.
 */
final class EntryColumns {
  private static final List<Column> COLUMNS =
      List.of(
          new Column("entry_number", "bigint", LedgerEntry::number),
          new Column("event_id", "uuid", of(EntryContent::eventId)),
          new Column("recorded_at", "timestamptz", of(e -> time(e.recordedAt()))),
          new Column("exchange_id", "uuid", of(EntryContent::exchangeId)),
          new Column("action", "text", of(EntryContent::action)),
          new Column("occurred_at", "timestamptz", of(e -> time(e.occurredAt()))),
          new Column("service", "text", of(EntryContent::service)),
          new Column("message_id", "uuid", of(EntryContent::messageId)),
          new Column("message_type", "text", of(EntryContent::messageType)),
          new Column("topic", "text", of(EntryContent::topic)),
          new Column("counterparty", "text", of(EntryContent::counterparty)),
          new Column("authority_country", "text", ofAuthority(RequestingAuthority::country)),
          new Column("authority_id", "text", ofAuthority(RequestingAuthority::id)),
          new Column("authority_name", "text", ofAuthority(RequestingAuthority::name)),
          new Column("subject", "text", of(EntryContent::subject)),
          new Column("procedure", "text", of(EntryContent::procedure)),
          new Column("evidence_type", "text", of(EntryContent::evidenceType)),
          new Column("outcome", "text", of(EntryContent::outcome)),
          new Column("decided_at", "timestamptz", of(e -> time(e.decidedAt()))),
          new Column("positions", "text", of(e -> CanonicalForm.positions(e.positions()))),
          new Column("body_digest", "bytea", of(e -> bytes(e.bodyDigest()))),
          new Column("previous_hash", "bytea", e -> bytes(e.previous())),
          new Column("leaf_hash", "bytea", e -> bytes(e.leaf())),
          new Column("entry_hash", "bytea", e -> bytes(e.hash())));

  private static final String INSERT =
      "insert into ledger_entry (country, %s) select ?, * from unnest(%s)"
          .formatted(
              COLUMNS.stream().map(Column::name).collect(Collectors.joining(", ")),
              COLUMNS.stream().map(c -> "?::" + c.type + "[]").collect(Collectors.joining(", ")));

  private EntryColumns() {}

  static int insert(Connection connection, String country, List<LedgerEntry> entries)
      throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      insert.setString(1, country);
      int parameter = 2;
      for (Column column : COLUMNS) {
        insert.setArray(parameter++, connection.createArrayOf(column.type, column.of(entries)));
      }
      return insert.executeUpdate();
    }
  }

  private static Function<LedgerEntry, @Nullable Object> of(
      Function<EntryContent, @Nullable Object> value) {
    return entry -> value.apply(entry.content());
  }

  private static Function<LedgerEntry, @Nullable Object> ofAuthority(
      Function<RequestingAuthority, Object> value) {
    return entry -> {
      RequestingAuthority authority = entry.content().authority();
      return authority == null ? null : value.apply(authority);
    };
  }

  private static @Nullable Object time(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }

  private static byte @Nullable [] bytes(@Nullable Hash hash) {
    return hash == null ? null : hash.bytes();
  }

  private record Column(String name, String type, Function<LedgerEntry, @Nullable Object> value) {

    /** The driver sends arrays of these types as they are, and writes all others out as text. */
    Object[] of(List<LedgerEntry> entries) {
      List<@Nullable Object> values = new ArrayList<>(entries.size());
      entries.forEach(entry -> values.add(value.apply(entry)));
      return switch (type) {
        case "text" -> values.toArray(String[]::new);
        case "bigint" -> values.toArray(Long[]::new);
        case "bytea" -> values.toArray(byte[][]::new);
        default -> values.toArray();
      };
    }
  }
}
