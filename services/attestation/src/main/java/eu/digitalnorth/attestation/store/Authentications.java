package eu.digitalnorth.attestation.store;

import eu.digitalnorth.attestation.authentication.AuthReqId;
import eu.digitalnorth.attestation.authentication.Authentication;
import eu.digitalnorth.country.CountryCode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Authentications of the citizens of the countries that are served. */
@Repository
public class Authentications {
  private static final int BATCH = 500;
  private static final int LONGEST_LIST = 500;

  private final JdbcTemplate template;
  private final JdbcClient jdbc;

  Authentications(JdbcTemplate template, JdbcClient jdbc) {
    this.template = template;
    this.jdbc = jdbc;
  }

  public void add(List<? extends Authentication> authentications) {
    template.batchUpdate(AuthenticationRow.INSERT, authentications, BATCH, AuthenticationRow::bind);
  }

  public Optional<Authentication> find(CountryCode country, AuthReqId id) {
    return find(country, id, "");
  }

  /** The same, and nobody else can decide on it until the transaction ends. */
  public Optional<Authentication> lock(CountryCode country, AuthReqId id) {
    return find(country, id, " for update");
  }

  /**
   * Those of one person, the oldest first, at most 500.
   *
   * @param subject pseudonym
   * @param state null means any
   * @param exchangeId null means any
   */
  public List<Authentication> list(
      CountryCode country,
      String subject,
      Authentication.@Nullable State state,
      @Nullable UUID exchangeId) {
    return jdbc.sql(
            AuthenticationRow.SELECT
                + """
                where country = :country
                  and subject = :subject
                  and (cast(:state as text) is null or state = :state)
                  and (cast(:exchangeId as uuid) is null or exchange_id = :exchangeId)
                order by started_at, auth_req_id limit :limit
                """)
        .param("country", country.lower())
        .param("subject", subject)
        .param("state", state == null ? null : state.name())
        .param("exchangeId", exchangeId)
        .param("limit", LONGEST_LIST)
        .query(AuthenticationRow::read)
        .list();
  }

  /** Those that are pending although their time is over. */
  public List<Due> due(Collection<CountryCode> countries, Instant now) {
    return jdbc.sql(
            """
            select country, auth_req_id from authentication
            where state = 'PENDING' and expires_at <= :now and country = any(:countries)
            order by expires_at limit :limit
            """)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("countries", countries.stream().map(CountryCode::lower).toArray(String[]::new))
        .param("limit", LONGEST_LIST)
        .query(
            (row, number) ->
                new Due(
                    CountryCode.of(row.getString(1)), new AuthReqId(row.getObject(2, UUID.class))))
        .list();
  }

  public void end(Authentication.Ended ended) {
    jdbc.sql(
            """
            update authentication set state = :state, decided_at = :decidedAt
            where country = :country and auth_req_id = :id and state = 'PENDING'
            """)
        .param("state", ended.state().name())
        .param("decidedAt", ended.decidedAt().atOffset(ZoneOffset.UTC))
        .param("country", ended.request().country().lower())
        .param("id", ended.id().value())
        .update();
  }

  public int forgetDecidedBefore(Instant limit) {
    return jdbc.sql("delete from authentication where decided_at < :limit")
        .param("limit", limit.atOffset(ZoneOffset.UTC))
        .update();
  }

  private Optional<Authentication> find(CountryCode country, AuthReqId id, String lock) {
    return jdbc.sql(
            AuthenticationRow.SELECT + " where country = :country and auth_req_id = :id" + lock)
        .param("country", country.lower())
        .param("id", id.value())
        .query(AuthenticationRow::read)
        .optional();
  }

  /** An authentication whose time is over. */
  public record Due(CountryCode country, AuthReqId id) {}
}
