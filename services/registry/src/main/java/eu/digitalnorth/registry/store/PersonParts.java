package eu.digitalnorth.registry.store;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.registry.population.Addresses;
import eu.digitalnorth.registry.population.Birth;
import eu.digitalnorth.registry.population.Diploma;
import eu.digitalnorth.registry.population.ForeignIdentifier;
import eu.digitalnorth.registry.population.Gender;
import eu.digitalnorth.registry.population.Kinship;
import eu.digitalnorth.registry.population.Name;
import eu.digitalnorth.registry.population.Person;
import eu.digitalnorth.registry.population.RegisteredAddress;
import eu.digitalnorth.registry.population.Relative;
import eu.digitalnorth.registry.register.Address;
import eu.digitalnorth.registry.register.Registered;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What a person's row is made of besides the row itself. */
@Repository
class PersonParts {
  private static final int BATCH = 500;

  private final JdbcTemplate template;
  private final JdbcClient jdbc;
  private final Subjects subjects;

  PersonParts(JdbcTemplate template, Subjects subjects) {
    this.template = template;
    this.jdbc = JdbcClient.create(template);
    this.subjects = subjects;
  }

  void insert(CountryCode country, List<Registered<Person>> people) {
    insertForeignIdentifiers(country, people);
    insertRelatives(country, people);
    insertDiplomas(country, people);
  }

  /** Those that are there already stay. */
  void insertForeignIdentifiers(CountryCode country, List<Registered<Person>> people) {
    template.batchUpdate(
        """
        insert into foreign_identifier (
          country, subject, known_in, identifier_scheme, identifier, alias)
        values (?, ?, ?, ?, ?, ?) on conflict do nothing
        """,
        parts(people, Person::foreignIdentifiers),
        BATCH,
        (statement, part) ->
            new Row(statement)
                .text(country.lower())
                .text(part.subject)
                .text(part.value.country().value())
                .identifier(part.value.identifier())
                .text(subjects.of(country, part.value.identifier())));
  }

  private void insertRelatives(CountryCode country, List<Registered<Person>> people) {
    template.batchUpdate(
        """
        insert into relative (
          country, subject, position, kinship, identifier_scheme, identifier, full_name,
          registered_in)
        values (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        parts(people, Person::relatives),
        BATCH,
        (statement, part) ->
            new Row(statement)
                .text(country.lower())
                .text(part.subject)
                .integer(part.position)
                .text(part.value.kinship().name())
                .identifier(part.value.identifier())
                .text(part.value.fullName())
                .text(part.value.country().value()));
  }

  private void insertDiplomas(CountryCode country, List<Registered<Person>> people) {
    template.batchUpdate(
        """
        insert into diploma (
          country, subject, credential_id, qualification, institution, eqf_level, awarded_on)
        values (?, ?, ?, ?, ?, ?, ?)
        """,
        parts(people, Person::diplomas),
        BATCH,
        (statement, part) ->
            new Row(statement)
                .text(country.lower())
                .text(part.subject)
                .text(part.value.credentialId())
                .text(part.value.qualification())
                .text(part.value.institution())
                .integer(part.value.eqfLevel())
                .date(part.value.awardedOn()));
  }

  Registered<Person> read(CountryCode country, String subject, ResultSet row) throws SQLException {
    Person person =
        new Person(
            Columns.identifier(row),
            foreignIdentifiers(country, subject),
            new Name(
                row.getString("family_name"),
                row.getString("given_name"),
                row.getString("birth_name")),
            new Birth(
                row.getObject("date_of_birth", LocalDate.class),
                row.getString("place_of_birth"),
                CountryCode.of(row.getString("country_of_birth"))),
            Gender.valueOf(row.getString("gender")),
            Columns.countries(row, "nationalities"),
            new Addresses(
                Objects.requireNonNull(registeredAddress(row, "")),
                registeredAddress(row, "other_")),
            relatives(country, subject),
            diplomas(country, subject),
            Columns.tax(row),
            row.getObject("deceased_on", LocalDate.class));
    return new Registered<>(
        subject, row.getLong("version"), Columns.instant(row, "changed_at"), person);
  }

  private static @Nullable RegisteredAddress registeredAddress(ResultSet row, String prefix)
      throws SQLException {
    Address address = Columns.address(row, prefix);
    return address == null
        ? null
        : new RegisteredAddress(address, Columns.instant(row, prefix + "address_registered_at"));
  }

  private List<ForeignIdentifier> foreignIdentifiers(CountryCode country, String subject) {
    return list(
        "select * from foreign_identifier where country = ? and subject = ? order by known_in,"
            + " alias",
        country,
        subject,
        (row, number) ->
            new ForeignIdentifier(
                CountryCode.of(row.getString("known_in")), Columns.identifier(row)));
  }

  private List<Relative> relatives(CountryCode country, String subject) {
    return list(
        "select * from relative where country = ? and subject = ? order by position",
        country,
        subject,
        (row, number) ->
            new Relative(
                Kinship.valueOf(row.getString("kinship")),
                Columns.identifier(row),
                row.getString("full_name"),
                CountryCode.of(row.getString("registered_in"))));
  }

  private List<Diploma> diplomas(CountryCode country, String subject) {
    return list(
        "select * from diploma where country = ? and subject = ? order by awarded_on,"
            + " credential_id",
        country,
        subject,
        (row, number) ->
            new Diploma(
                row.getString("credential_id"),
                row.getString("qualification"),
                row.getString("institution"),
                row.getInt("eqf_level"),
                row.getObject("awarded_on", LocalDate.class)));
  }

  private <T> List<T> list(String sql, CountryCode country, String subject, RowMapper<T> mapper) {
    return jdbc.sql(sql).params(country.lower(), subject).query(mapper).list();
  }

  private static <T> List<Part<T>> parts(
      List<Registered<Person>> people, java.util.function.Function<Person, List<T>> of) {
    List<Part<T>> parts = new ArrayList<>();
    for (Registered<Person> person : people) {
      int position = 0;
      for (T value : of.apply(person.row())) {
        parts.add(new Part<>(person.subject(), position++, value));
      }
    }
    return parts;
  }

  private record Part<T>(String subject, int position, T value) {}
}
