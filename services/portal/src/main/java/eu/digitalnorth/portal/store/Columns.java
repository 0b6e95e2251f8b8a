package eu.digitalnorth.portal.store;

import eu.digitalnorth.portal.exchange.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values that several tables keep in the same way. */
final class Columns {
  private Columns() {}

  static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  static @Nullable OffsetDateTime timestamp(@Nullable Instant at) {
    return at == null ? null : at.atOffset(ZoneOffset.UTC);
  }

  static @Nullable Refusal refusal(ResultSet row) throws SQLException {
    String stage = row.getString("refusal_stage");
    return stage == null
        ? null
        : new Refusal(
            Refusal.Stage.valueOf(stage),
            row.getString("refusal_code"),
            row.getString("refusal_reason"),
            row.getString("refusal_explanation"));
  }

  static void put(Map<String, @Nullable Object> parameters, @Nullable Refusal refusal) {
    parameters.put("refusalStage", refusal == null ? null : refusal.stage().name());
    parameters.put("refusalCode", refusal == null ? null : refusal.code());
    parameters.put("refusalReason", refusal == null ? null : refusal.reason());
    parameters.put("refusalExplanation", refusal == null ? null : refusal.explanation());
  }
}
