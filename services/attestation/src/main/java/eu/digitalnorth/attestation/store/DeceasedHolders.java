package eu.digitalnorth.attestation.store;

import eu.digitalnorth.country.CountryCode;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * People whose death was registered of late. An attestation that was decided on before that was
 * known, and stored after it, is found by this.
 */
@Repository
public class DeceasedHolders {
  private final JdbcClient jdbc;
  private final Clock clock;

  DeceasedHolders(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** In the transaction that takes the register's rows in. */
  public void note(CountryCode country, Collection<String> subjects) {
    jdbc.sql(
            """
            insert into deceased_holder (country, subject, noted_at)
            select :country, subject, :now from unnest(:subjects) as row (subject)
            on conflict (country, subject) do nothing
            """)
        .param("country", country.lower())
        .param("now", OffsetDateTime.now(clock))
        .param("subjects", subjects.toArray(String[]::new))
        .update();
  }

  /** The register says that they live after all. */
  public void forget(CountryCode country, Collection<String> subjects) {
    jdbc.sql("delete from deceased_holder where country = :country and subject = any(:subjects)")
        .param("country", country.lower())
        .param("subjects", subjects.toArray(String[]::new))
        .update();
  }

  public int forgetNotedBefore(Instant limit) {
    return jdbc.sql("delete from deceased_holder where noted_at < :limit")
        .param("limit", limit.atOffset(ZoneOffset.UTC))
        .update();
  }
}
