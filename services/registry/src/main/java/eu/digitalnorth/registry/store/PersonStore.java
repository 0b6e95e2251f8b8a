package eu.digitalnorth.registry.store;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.registry.population.Addresses;
import eu.digitalnorth.registry.population.Person;
import eu.digitalnorth.registry.population.RegisteredAddress;
import eu.digitalnorth.registry.register.Registered;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The population registers. */
@Repository
public class PersonStore {
  private static final int BATCH = 500;

  private final JdbcTemplate template;
  private final JdbcClient jdbc;
  private final PersonParts parts;

  PersonStore(JdbcTemplate template, PersonParts parts) {
    this.template = template;
    this.jdbc = JdbcClient.create(template);
    this.parts = parts;
  }

  public void insert(CountryCode country, List<Registered<Person>> people) {
    template.batchUpdate(
        """
        insert into person (
          country, subject, version, changed_at, identifier_scheme, identifier,
          family_name, given_name, birth_name, date_of_birth, place_of_birth, country_of_birth,
          gender, nationalities,
          street_address, house_number, postal_code, locality, region, address_country,
          address_registered_at,
          other_street_address, other_house_number, other_postal_code, other_locality,
          other_region, other_address_country, other_address_registered_at,
          tax_as_of, tax_outstanding, tax_currency, deceased_on)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
                ?, ?, ?, ?, ?)
        """,
        people,
        BATCH,
        (statement, person) -> {
          Row row = new Row(statement);
          row.text(country.lower()).text(person.subject());
          row.number(person.version()).instant(person.changedAt());
          bind(row, person.row());
        });
    parts.insert(country, people);
  }

  private static void bind(Row row, Person person) throws java.sql.SQLException {
    row.identifier(person.identifier());
    row.text(person.name().family()).text(person.name().given()).text(person.name().birthName());
    row.date(person.birth().date());
    row.text(person.birth().place()).text(person.birth().country().value());
    row.text(person.gender().name());
    row.texts(person.nationalities().stream().map(CountryCode::value).toList());
    bind(row, person.addresses());
    row.tax(person.taxStatus()).date(person.deceasedOn());
  }

  private static void bind(Row row, Addresses addresses) throws java.sql.SQLException {
    RegisteredAddress other = addresses.other();
    row.address(addresses.counting().address()).instant(addresses.counting().registeredAt());
    row.address(other == null ? null : other.address());
    row.instant(other == null ? null : other.registeredAt());
  }

  public Optional<Registered<Person>> find(CountryCode country, String subject) {
    return read(country, subject, "");
  }

  /** Every one, by pseudonym. */
  public List<String> subjects(CountryCode country) {
    return jdbc.sql("select subject from person where country = ? order by subject")
        .params(country.lower())
        .query(String.class)
        .list();
  }

  /** Nobody else changes the row until the transaction ends. */
  public Optional<Registered<Person>> lock(CountryCode country, String subject) {
    return read(country, subject, " for update");
  }

  private Optional<Registered<Person>> read(CountryCode country, String subject, String locking) {
    return jdbc.sql("select * from person where country = ? and subject = ?" + locking)
        .params(country.lower(), subject)
        .query((row, number) -> parts.read(country, subject, row))
        .optional();
  }

  /** The people whom any of these pseudonyms means, be it of their own identifier or a foreign. */
  public Set<String> subjectsOf(CountryCode country, Collection<String> pseudonyms) {
    return new HashSet<>(
        jdbc.sql(
                """
                select subject from person
                where country = :country and subject = any(:pseudonyms)
                union
                select subject from foreign_identifier
                where country = :country and alias = any(:pseudonyms)
                """)
            .param("country", country.lower())
            .param("pseudonyms", pseudonyms.toArray(String[]::new))
            .query(String.class)
            .list());
  }

  /** Writes what can change of a person that the caller has locked. */
  public void update(CountryCode country, Registered<Person> person) {
    template.update(
        """
        update person set version = ?, changed_at = ?, deceased_on = ?,
          street_address = ?, house_number = ?, postal_code = ?, locality = ?, region = ?,
          address_country = ?, address_registered_at = ?,
          other_street_address = ?, other_house_number = ?, other_postal_code = ?,
          other_locality = ?, other_region = ?, other_address_country = ?,
          other_address_registered_at = ?
        where country = ? and subject = ?
        """,
        statement -> {
          Row row = new Row(statement);
          row.number(person.version()).instant(person.changedAt());
          row.date(person.row().deceasedOn());
          bind(row, person.row().addresses());
          row.text(country.lower()).text(person.subject());
        });
    parts.insertForeignIdentifiers(country, List.of(person));
  }

  /**
   * One caller at a time may choose new identifiers of a country, until its transaction ends.
   *
   * @return those of these that somebody has
   */
  public Set<String> taken(CountryCode country, String scheme, Collection<String> identifiers) {
    jdbc.sql("select pg_advisory_xact_lock(hashtext('identifiers'), hashtext(?))")
        .param(country.lower())
        .query((row, number) -> 0)
        .list();
    return new HashSet<>(
        jdbc.sql(
                """
                select identifier from person
                where country = :country and identifier_scheme = :scheme
                  and identifier = any(:identifiers)
                """)
            .param("country", country.lower())
            .param("scheme", scheme)
            .param("identifiers", identifiers.toArray(String[]::new))
            .query(String.class)
            .list());
  }
}
