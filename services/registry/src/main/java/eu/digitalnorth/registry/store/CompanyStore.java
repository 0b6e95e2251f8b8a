package eu.digitalnorth.registry.store;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.country.identifier.Euid;
import eu.digitalnorth.registry.business.Company;
import eu.digitalnorth.registry.business.CompanyStatus;
import eu.digitalnorth.registry.business.Representative;
import eu.digitalnorth.registry.business.RepresentativeRole;
import eu.digitalnorth.registry.register.Identifier;
import eu.digitalnorth.registry.register.Registered;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The business registers. */
@Repository
public class CompanyStore {
  private static final int BATCH = 500;

  private final JdbcTemplate template;
  private final JdbcClient jdbc;

  CompanyStore(JdbcTemplate template) {
    this.template = template;
    this.jdbc = JdbcClient.create(template);
  }

  public void insert(CountryCode country, List<Registered<Company>> companies) {
    template.batchUpdate(
        """
        insert into company (
          country, subject, version, changed_at, identifier_scheme, identifier, register_id,
          legal_name, legal_form, status, registered_on,
          street_address, house_number, postal_code, locality, region, address_country,
          vat_number, tax_as_of, tax_outstanding, tax_currency)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        companies,
        BATCH,
        (statement, company) -> {
          Row row = new Row(statement);
          row.text(country.lower()).text(company.subject());
          row.number(company.version()).instant(company.changedAt());
          bind(row, company.row());
        });
    insertRepresentatives(country, companies);
  }

  private static void bind(Row row, Company company) throws SQLException {
    row.identifier(company.identifier()).text(company.euid().registerId());
    row.text(company.legalName()).text(company.legalForm());
    row.text(company.status().name()).date(company.registeredOn());
    row.address(company.address()).text(company.vatNumber()).tax(company.taxStatus());
  }

  private void insertRepresentatives(CountryCode country, List<Registered<Company>> companies) {
    List<Seat> seats = new ArrayList<>();
    for (Registered<Company> company : companies) {
      int position = 0;
      for (Representative representative : company.row().representatives()) {
        seats.add(new Seat(company.subject(), position++, representative));
      }
    }
    template.batchUpdate(
        """
        insert into representative (
          country, subject, position, identifier_scheme, identifier, family_name, given_name,
          date_of_birth, role, jointly, since)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        seats,
        BATCH,
        (statement, seat) ->
            new Row(statement)
                .text(country.lower())
                .text(seat.subject)
                .integer(seat.position)
                .identifier(seat.who.identifier())
                .text(seat.who.familyName())
                .text(seat.who.givenName())
                .date(seat.who.dateOfBirth())
                .text(seat.who.role().name())
                .flag(seat.who.jointly())
                .date(seat.who.since()));
  }

  public Optional<Registered<Company>> find(CountryCode country, String subject) {
    return read(country, subject, "");
  }

  /** Every one, by pseudonym. */
  public List<String> subjects(CountryCode country) {
    return jdbc.sql("select subject from company where country = ? order by subject")
        .params(country.lower())
        .query(String.class)
        .list();
  }

  /** Nobody else changes the row until the transaction ends. */
  public Optional<Registered<Company>> lock(CountryCode country, String subject) {
    return read(country, subject, " for update");
  }

  private Optional<Registered<Company>> read(CountryCode country, String subject, String locking) {
    return jdbc.sql("select * from company where country = ? and subject = ?" + locking)
        .params(country.lower(), subject)
        .query((row, number) -> company(country, subject, row))
        .optional();
  }

  /** Writes what can change of a company that the caller has locked. */
  public void update(CountryCode country, Registered<Company> company) {
    template.update(
        """
        update company set version = ?, changed_at = ?, status = ?
        where country = ? and subject = ?
        """,
        statement ->
            new Row(statement)
                .number(company.version())
                .instant(company.changedAt())
                .text(company.row().status().name())
                .text(country.lower())
                .text(company.subject()));
  }

  private Registered<Company> company(CountryCode country, String subject, ResultSet row)
      throws SQLException {
    Identifier identifier = Columns.identifier(row);
    Company company =
        new Company(
            identifier,
            new Euid(country, row.getString("register_id"), identifier.value()),
            row.getString("legal_name"),
            row.getString("legal_form"),
            CompanyStatus.valueOf(row.getString("status")),
            row.getObject("registered_on", LocalDate.class),
            Objects.requireNonNull(Columns.address(row, "")),
            row.getString("vat_number"),
            representatives(country, subject),
            Columns.tax(row));
    return new Registered<>(
        subject, row.getLong("version"), Columns.instant(row, "changed_at"), company);
  }

  private List<Representative> representatives(CountryCode country, String subject) {
    return jdbc.sql(
            "select * from representative where country = ? and subject = ? order by position")
        .params(country.lower(), subject)
        .query(
            (row, number) ->
                new Representative(
                    Columns.identifier(row),
                    row.getString("family_name"),
                    row.getString("given_name"),
                    row.getObject("date_of_birth", LocalDate.class),
                    RepresentativeRole.valueOf(row.getString("role")),
                    row.getBoolean("jointly"),
                    row.getObject("since", LocalDate.class)))
        .list();
  }

  private record Seat(String subject, int position, Representative who) {}
}
