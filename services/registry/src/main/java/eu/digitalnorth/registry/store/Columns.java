package eu.digitalnorth.registry.store;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.registry.register.Address;
import eu.digitalnorth.registry.register.Identifier;
import eu.digitalnorth.registry.register.TaxStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads values that several tables have, by their column names. */
final class Columns {
  private Columns() {}

  static Identifier identifier(ResultSet row) throws SQLException {
    return new Identifier(row.getString("identifier_scheme"), row.getString("identifier"));
  }

  static @Nullable Address address(ResultSet row, String prefix) throws SQLException {
    String street = row.getString(prefix + "street_address");
    return street == null
        ? null
        : new Address(
            street,
            row.getString(prefix + "house_number"),
            row.getString(prefix + "postal_code"),
            row.getString(prefix + "locality"),
            row.getString(prefix + "region"),
            CountryCode.of(row.getString(prefix + "address_country")));
  }

  static TaxStatus tax(ResultSet row) throws SQLException {
    return new TaxStatus(
        row.getObject("tax_as_of", LocalDate.class),
        row.getBigDecimal("tax_outstanding"),
        row.getString("tax_currency"));
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  static List<CountryCode> countries(ResultSet row, String column) throws SQLException {
    String[] codes = (String[]) row.getArray(column).getArray();
    return List.of(codes).stream().map(CountryCode::of).toList();
  }
}
