package eu.digitalnorth.registry.store;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.registry.seed.Persona;
import eu.digitalnorth.registry.seed.RegisterSeed;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Remembers what the registers began with. */
@Repository
public class SeedStore {
  private final JdbcTemplate template;
  private final JdbcClient jdbc;
  private final Subjects subjects;

  SeedStore(JdbcTemplate template, Subjects subjects) {
    this.template = template;
    this.jdbc = JdbcClient.create(template);
    this.subjects = subjects;
  }

  public boolean isSeeded(CountryCode country) {
    return jdbc.sql("select exists (select from seed where country = ?)")
        .param(country.lower())
        .query(Boolean.class)
        .single();
  }

  /**
   * Waits for whoever is seeding the same country.
   *
   * @return whether it is the caller's to fill the registers, in the same transaction
   */
  public boolean claim(CountryCode country, long seed, RegisterSeed content, Instant now) {
    return jdbc.sql(
                """
                insert into seed (country, seed, people, companies, seeded_at)
                values (:country, :seed, :people, :companies, :now) on conflict do nothing
                """)
            .param("country", country.lower())
            .param("seed", seed)
            .param("people", content.people().size())
            .param("companies", content.companies().size())
            .param("now", now.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  public void insertPersonas(CountryCode country, List<Persona> personas) {
    template.batchUpdate(
        """
        insert into persona (country, name, person_subject, company_subject) values (?, ?, ?, ?)
        """,
        personas,
        personas.size(),
        (statement, persona) ->
            new Row(statement)
                .text(country.lower())
                .text(persona.name())
                .text(subjects.of(country, persona.person()))
                .text(persona.company() == null ? null : subjects.of(country, persona.company())));
  }

  public List<StoredPersona> personas(CountryCode country) {
    return jdbc.sql(
            """
            select name, person_subject, company_subject from persona
            where country = ? order by name
            """)
        .param(country.lower())
        .query(StoredPersona.class)
        .list();
  }

  /** A persona by pseudonyms. */
  public record StoredPersona(String name, String personSubject, @Nullable String companySubject) {}
}
