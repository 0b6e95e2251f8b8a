package eu.digitalnorth.messaging.delivery;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.messaging.state.StateHandler;
import eu.digitalnorth.messaging.state.StateRecord;
import eu.digitalnorth.schemas.eid.AttestationStatus;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps the last token of each list. */
final class StatusModel implements StateHandler<AttestationStatus> {
  /** A status that this model has a bug with. */
  static final String POISON = "POISON";

  private final JdbcClient jdbc;

  StatusModel(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void apply(CountryCode reader, List<StateRecord<AttestationStatus>> records) {
    records.forEach(record -> apply(reader, record));
  }

  Optional<String> statusOf(CountryCode reader, String key) {
    return jdbc.sql("select value from status where country = ? and key = ?")
        .params(reader.lower(), key)
        .query(String.class)
        .optional();
  }

  private void apply(CountryCode reader, StateRecord<AttestationStatus> record) {
    AttestationStatus value = record.value();
    if (value == null) {
      jdbc.sql("delete from status where country = ? and owner = ? and key = ?")
          .params(reader.lower(), record.owner().lower(), record.key())
          .update();
    } else if (value.getToken().equals(POISON)) {
      throw new IllegalStateException("a bug");
    } else {
      jdbc.sql(
              """
              insert into status values (?, ?, ?, ?)
              on conflict (country, owner, key) do update set value = excluded.value
              """)
          .params(reader.lower(), record.owner().lower(), record.key(), value.getToken())
          .update();
    }
  }
}
