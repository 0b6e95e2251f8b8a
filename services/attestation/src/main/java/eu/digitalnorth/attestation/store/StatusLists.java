package eu.digitalnorth.attestation.store;

import eu.digitalnorth.attestation.AttestationProperties;
import eu.digitalnorth.attestation.authentication.StatusPlace;
import eu.digitalnorth.country.CountryCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Status lists: which there are, what was published of them, and what is to be. */
@Repository
public class StatusLists {
  private static final String OPEN =
      """
      insert into status_list (country, number, uri, issued_at, due_at)
      values (:country, :number, :uri, 'epoch', 'epoch')
      on conflict do nothing
      """;

  private final JdbcClient jdbc;
  private final AttestationProperties settings;
  private final Map<StatusListRow.Id, String> uris = new ConcurrentHashMap<>();

  StatusLists(JdbcClient jdbc, AttestationProperties settings) {
    this.jdbc = jdbc;
    this.settings = settings;
  }

  /** The place that was given last; the first one if none was. */
  public StatusPlace lastPlace() {
    return new StatusPlace(
        jdbc.sql("select last_value from attestation_place").query(Long.class).single());
  }

  /** Makes a list, if there is none; it is due at once. */
  public void open(CountryCode country, int number) {
    jdbc.sql(OPEN)
        .param("country", country.lower())
        .param("number", number)
        .param("uri", settings.statusListUri(country, number))
        .update();
  }

  /** No attestation is put into earlier lists any more. */
  public void closeBefore(int number, Instant now) {
    jdbc.sql("update status_list set closed_at = :now where number < :number and closed_at is null")
        .param("now", utc(now))
        .param("number", number)
        .update();
  }

  /** As attestations refer to a list; it is asked for once, since it never changes. */
  public String uri(CountryCode country, int number) {
    StatusListRow.Id id = new StatusListRow.Id(country, number);
    String known = uris.get(id);
    if (known != null) {
      return known;
    }
    Optional<StatusListRow> row = find(country, number);
    row.ifPresent(list -> uris.put(id, list.uri()));
    return row.map(StatusListRow::uri).orElseGet(() -> openHere(country, number));
  }

  public Optional<StatusListRow> find(CountryCode country, int number) {
    return find(country, number, "");
  }

  /** Nobody else can publish it until the transaction ends. */
  public Optional<StatusListRow> lock(CountryCode country, int number) {
    return find(country, number, " for update");
  }

  /** Lists that attestations refer to which may still be accepted, in order. */
  public List<Integer> inUse(CountryCode country, Instant now) {
    return jdbc.sql(
            """
            select number from status_list
            where country = :country and (closed_at is null or closed_at > :closedAfter)
            order by number
            """)
        .param("country", country.lower())
        .param("closedAfter", utc(now.minus(settings.longestUse())))
        .query(Integer.class)
        .list();
  }

  /** Those of the lists in use that are due, or lack a revocation. */
  public List<StatusListRow.Id> toPublish(Collection<CountryCode> countries, Instant now) {
    return jdbc.sql(
            """
            select country, number from status_list l
            where country = any(:countries) and (closed_at is null or closed_at > :closedAfter)
              and (due_at <= :now or exists (
                select from attestation a
                where a.country = l.country and a.revoked_at is not null and not a.listed
                  and a.place / :size = l.number))
            order by country, number
            """)
        .param("countries", codes(countries))
        .param("closedAfter", utc(now.minus(settings.longestUse())))
        .param("now", utc(now))
        .param("size", StatusPlace.LIST_SIZE)
        .query(
            (row, number) -> new StatusListRow.Id(CountryCode.of(row.getString(1)), row.getInt(2)))
        .list();
  }

  /**
   * Notes that the revocations in a list are being published.
   *
   * @return how many were not before
   */
  public int markListed(CountryCode country, int number) {
    return jdbc.sql(
            """
            update attestation set listed = true
            where country = :country and revoked_at is not null and not listed
              and place >= :first and place < :end
            """)
        .param("country", country.lower())
        .param("first", first(number))
        .param("end", first(number + 1))
        .update();
  }

  /** Places in a list whose attestations are revoked. */
  public Set<Integer> revoked(CountryCode country, int number) {
    return jdbc.sql(
            """
            select place - :first from attestation
            where country = :country and revoked_at is not null
              and place >= :first and place < :end
            """)
        .param("country", country.lower())
        .param("first", first(number))
        .param("end", first(number + 1))
        .query(Integer.class)
        .set();
  }

  public void published(
      CountryCode country, int number, String token, Instant issuedAt, Instant dueAt) {
    jdbc.sql(
            """
            update status_list set token = :token, issued_at = :issuedAt, due_at = :dueAt
            where country = :country and number = :number
            """)
        .param("token", token)
        .param("issuedAt", utc(issuedAt))
        .param("dueAt", utc(dueAt))
        .param("country", country.lower())
        .param("number", number)
        .update();
  }

  public int forgetClosedBefore(Instant limit) {
    return jdbc.sql("delete from status_list where closed_at < :limit")
        .param("limit", utc(limit))
        .update();
  }

  /** Not remembered: the transaction may be rolled back. */
  private String openHere(CountryCode country, int number) {
    open(country, number);
    return settings.statusListUri(country, number);
  }

  private Optional<StatusListRow> find(CountryCode country, int number, String lock) {
    return jdbc.sql(
            "select * from status_list where country = :country and number = :number" + lock)
        .param("country", country.lower())
        .param("number", number)
        .query(StatusLists::read)
        .optional();
  }

  static String[] codes(Collection<CountryCode> countries) {
    return countries.stream().map(CountryCode::lower).toArray(String[]::new);
  }

  private static long first(int number) {
    return (long) number * StatusPlace.LIST_SIZE;
  }

  private static StatusListRow read(ResultSet row, int number) throws SQLException {
    return new StatusListRow(
        CountryCode.of(row.getString("country")),
        row.getInt("number"),
        row.getString("uri"),
        row.getObject("issued_at", OffsetDateTime.class).toInstant(),
        row.getObject("due_at", OffsetDateTime.class).toInstant(),
        row.getString("token"));
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
