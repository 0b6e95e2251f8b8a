package eu.digitalnorth.messaging.store;

import eu.digitalnorth.country.CountryCode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The records that are to be sent. Appending is part of a transaction; what it committed is sent
 * afterwards, at once by who wrote it or later by the {@link OutboxRelay}, and stays to be sent
 * again if its cause is redelivered.
 */
public final class Outbox {
  /** One statement however many records; ids follow the order of the records. */
  private static final String INSERT =
      """
      with stored as (
        insert into outbox (country, cause, topic, partition, record_key, value, headers,
                            in_order, created_at)
        select country, cause, topic, partition, record_key, value, headers, in_order, ?
        from unnest(?, ?, ?, ?, ?, ?, ?, ?) with ordinality
          as r (country, cause, topic, partition, record_key, value, headers, in_order, number)
        order by number
        returning id, country, in_order, created_at),
      unsent as (
        insert into outbox_unsent (id, country, in_order, created_at) select * from stored)
      select id from stored order by id
      """;

  private static final String SELECT =
      """
      select id, country, cause, topic, partition, record_key, value, headers, in_order
      from outbox
      """;

  /**
   * Does not wait for the disk: a mark that is lost in a crash of the database means that a record
   * is sent again. Only the last marks can be lost, so that those in order are repeated in order.
   */
  private static final String MARK_SENT =
      """
      with quickly as materialized (select set_config('synchronous_commit', 'off', true))
      delete from outbox_unsent using quickly where id = any(:ids)
      """;

  private final JdbcTemplate template;
  private final JdbcClient jdbc;
  private final Clock clock;

  public Outbox(JdbcTemplate template, Clock clock) {
    this.template = template;
    this.jdbc = JdbcClient.create(template);
    this.clock = clock;
  }

  /**
   * Writes records in the caller's transaction.
   *
   * @return the same records with the ids under which they are marked as sent
   */
  public List<Stored> append(List<OutboxRecord> records) {
    if (records.isEmpty()) {
      return List.of();
    }
    ConnectionCallback<List<Stored>> insert = connection -> insert(connection, records);
    return Objects.requireNonNull(template.execute(insert));
  }

  /** What was not sent yet and must be sent in order, in the order of writing. */
  public List<Stored> unsentInOrder(CountryCode country, int limit) {
    return jdbc.sql(
            SELECT
                + """
                where id in (select id from outbox_unsent
                             where country = :country and in_order
                             order by id limit :limit)
                order by id
                """)
        .param("country", country.lower())
        .param("limit", limit)
        .query(Outbox::read)
        .list();
  }

  /**
   * What was not sent yet up to the last record that was written before this instant, in the order
   * of writing. Clocks of instances differ, so that a record may look younger than its successor;
   * it is not left behind.
   */
  public List<Stored> unsent(CountryCode country, Instant writtenBefore, int limit) {
    return jdbc.sql(
            SELECT
                + """
                where id in (select id from outbox_unsent
                             where country = :country
                               and id <= (select max(id) from outbox_unsent
                                          where country = :country and created_at <= :before)
                             order by id limit :limit)
                order by id
                """)
        .param("country", country.lower())
        .param("before", writtenBefore.atOffset(ZoneOffset.UTC))
        .param("limit", limit)
        .query(Outbox::read)
        .list();
  }

  /**
   * All that these messages led to, sent or not, and that may be sent again: a late repetition on a
   * compacted topic would bury what is newer.
   */
  public List<Stored> causedBy(CountryCode country, Collection<UUID> causes) {
    return jdbc.sql(
            SELECT
                + """
                where country = :country and cause = any(:causes) and not in_order
                order by id
                """)
        .param("country", country.lower())
        .param("causes", causes.toArray(UUID[]::new))
        .query(Outbox::read)
        .list();
  }

  public void markSent(List<Stored> sent) {
    jdbc.sql(MARK_SENT).param("ids", sent.stream().map(Stored::id).toArray(Long[]::new)).update();
  }

  /** Forgets what was written before this instant and was sent. */
  public int forgetSentBefore(Instant limit) {
    return jdbc.sql(
            """
            delete from outbox where created_at < :limit
              and not exists (select from outbox_unsent u where u.id = outbox.id)
            """)
        .param("limit", limit.atOffset(ZoneOffset.UTC))
        .update();
  }

  /** How many records wait to be sent. */
  public long waiting() {
    return jdbc.sql("select count(*) from outbox_unsent").query(Long.class).single();
  }

  private List<Stored> insert(Connection connection, List<OutboxRecord> records)
      throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      insert.setObject(1, OffsetDateTime.now(clock));
      bind(new Columns(connection, insert, records));
      try (ResultSet ids = insert.executeQuery()) {
        return withIds(ids, records);
      }
    }
  }

  private static void bind(Columns columns) throws SQLException {
    columns.set(2, "text", r -> r.country().lower(), String[]::new);
    columns.set(3, "uuid", OutboxRecord::cause, UUID[]::new);
    columns.set(4, "text", OutboxRecord::topic, String[]::new);
    columns.set(5, "int4", OutboxRecord::partition, Integer[]::new);
    columns.set(6, "bytea", OutboxRecord::key, byte[][]::new);
    columns.set(7, "bytea", OutboxRecord::value, byte[][]::new);
    columns.set(8, "bytea", r -> HeaderBytes.write(r.headers()), byte[][]::new);
    columns.set(9, "bool", OutboxRecord::inOrder, Boolean[]::new);
  }

  private static List<Stored> withIds(ResultSet ids, List<OutboxRecord> records)
      throws SQLException {
    List<Stored> stored = new ArrayList<>(records.size());
    for (OutboxRecord record : records) {
      ids.next();
      stored.add(new Stored(ids.getLong("id"), record));
    }
    return stored;
  }

  private static Stored read(ResultSet row, int number) throws SQLException {
    return new Stored(
        row.getLong("id"),
        new OutboxRecord(
            CountryCode.of(row.getString("country")),
            row.getObject("cause", UUID.class),
            row.getString("topic"),
            row.getObject("partition", Integer.class),
            row.getBytes("record_key"),
            row.getBytes("value"),
            HeaderBytes.read(row.getBytes("headers")),
            row.getBoolean("in_order")));
  }

  /** A record in the outbox. */
  public record Stored(long id, OutboxRecord record) {}

  /** The records as columns of an unnest. */
  private record Columns(
      Connection connection, PreparedStatement statement, List<OutboxRecord> records) {

    <V> void set(
        int parameter,
        String type,
        Function<OutboxRecord, @Nullable V> column,
        IntFunction<@Nullable V[]> array)
        throws SQLException {
      Object[] values = records.stream().map(column).toArray(array);
      statement.setArray(parameter, connection.createArrayOf(type, values));
    }
  }
}
