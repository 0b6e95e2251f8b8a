package eu.digitalnorth.messaging.store;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.messaging.envelope.Header;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
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
  private static final String INSERT =
      """
      insert into outbox (country, cause, topic, partition, record_key, value,
                          header_names, header_values, in_order, created_at)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;
  private static final String SELECT =
      """
      select id, country, cause, topic, partition, record_key, value,
             header_names, header_values, in_order
      from outbox
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
                where country = :country and sent_at is null and in_order
                order by id limit :limit
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
                where country = :country and sent_at is null
                  and id <= (select max(id) from outbox
                             where country = :country and sent_at is null
                               and created_at <= :before)
                order by id limit :limit
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
    jdbc.sql("update outbox set sent_at = :now where id = any(:ids) and sent_at is null")
        .param("now", OffsetDateTime.now(clock))
        .param("ids", sent.stream().map(Stored::id).toArray(Long[]::new))
        .update();
  }

  public int forgetSentBefore(Instant limit) {
    return jdbc.sql("delete from outbox where sent_at < :limit")
        .param("limit", limit.atOffset(ZoneOffset.UTC))
        .update();
  }

  /** How many records wait to be sent. */
  public long waiting() {
    return jdbc.sql("select count(*) from outbox where sent_at is null").query(Long.class).single();
  }

  private List<Stored> insert(Connection connection, List<OutboxRecord> records)
      throws SQLException {
    OffsetDateTime now = OffsetDateTime.now(clock);
    try (PreparedStatement insert = connection.prepareStatement(INSERT, new String[] {"id"})) {
      for (OutboxRecord record : records) {
        bind(connection, insert, record, now);
        insert.addBatch();
      }
      insert.executeBatch();
      return withIds(insert, records);
    }
  }

  private static List<Stored> withIds(PreparedStatement insert, List<OutboxRecord> records)
      throws SQLException {
    List<Stored> stored = new ArrayList<>(records.size());
    try (ResultSet keys = insert.getGeneratedKeys()) {
      for (OutboxRecord record : records) {
        keys.next();
        stored.add(new Stored(keys.getLong("id"), record));
      }
    }
    return stored;
  }

  private static void bind(
      Connection connection, PreparedStatement insert, OutboxRecord record, OffsetDateTime now)
      throws SQLException {
    insert.setString(1, record.country().lower());
    insert.setObject(2, record.cause());
    insert.setString(3, record.topic());
    insert.setObject(4, record.partition(), Types.INTEGER);
    insert.setBytes(5, record.key());
    insert.setBytes(6, record.value());
    List<Header> headers = record.headers();
    insert.setArray(7, bytes(connection, headers.stream().map(Outbox::nameBytes)));
    insert.setArray(8, bytes(connection, headers.stream().map(Header::value)));
    insert.setBoolean(9, record.inOrder());
    insert.setObject(10, now);
  }

  private static byte[] nameBytes(Header header) {
    return header.name().getBytes(StandardCharsets.UTF_8);
  }

  private static Array bytes(Connection connection, Stream<byte @Nullable []> values)
      throws SQLException {
    return connection.createArrayOf("bytea", values.toArray(byte[][]::new));
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
            headers(row),
            row.getBoolean("in_order")));
  }

  private static List<Header> headers(ResultSet row) throws SQLException {
    byte[][] names = (byte[][]) row.getArray("header_names").getArray();
    byte[][] values = (byte[][]) row.getArray("header_values").getArray();
    List<Header> headers = new ArrayList<>(names.length);
    for (int i = 0; i < names.length; i++) {
      headers.add(new Header(new String(names[i], StandardCharsets.UTF_8), values[i]));
    }
    return headers;
  }

  /** A record in the outbox. */
  public record Stored(long id, OutboxRecord record) {}
}
