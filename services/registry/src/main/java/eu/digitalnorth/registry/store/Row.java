package eu.digitalnorth.registry.store;

import eu.digitalnorth.registry.register.Address;
import eu.digitalnorth.registry.register.Identifier;
import eu.digitalnorth.registry.register.TaxStatus;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Binds the parameters of a statement one after the other, always with the same types. */
final class Row {
  private final PreparedStatement statement;
  private int position;

  Row(PreparedStatement statement) {
    this.statement = statement;
  }

  Row text(@Nullable String value) throws SQLException {
    statement.setString(++position, value);
    return this;
  }

  Row number(long value) throws SQLException {
    statement.setLong(++position, value);
    return this;
  }

  Row integer(int value) throws SQLException {
    statement.setInt(++position, value);
    return this;
  }

  Row flag(boolean value) throws SQLException {
    statement.setBoolean(++position, value);
    return this;
  }

  Row amount(BigDecimal value) throws SQLException {
    statement.setBigDecimal(++position, value);
    return this;
  }

  Row date(@Nullable LocalDate value) throws SQLException {
    statement.setObject(++position, value, Types.DATE);
    return this;
  }

  Row instant(@Nullable Instant value) throws SQLException {
    statement.setObject(
        ++position,
        value == null ? null : value.atOffset(ZoneOffset.UTC),
        Types.TIMESTAMP_WITH_TIMEZONE);
    return this;
  }

  Row texts(List<String> values) throws SQLException {
    statement.setArray(
        ++position, statement.getConnection().createArrayOf("text", values.toArray()));
    return this;
  }

  Row identifier(Identifier identifier) throws SQLException {
    return text(identifier.scheme()).text(identifier.value());
  }

  Row address(@Nullable Address address) throws SQLException {
    return text(address == null ? null : address.streetAddress())
        .text(address == null ? null : address.houseNumber())
        .text(address == null ? null : address.postalCode())
        .text(address == null ? null : address.locality())
        .text(address == null ? null : address.region())
        .text(address == null ? null : address.country().value());
  }

  Row tax(TaxStatus tax) throws SQLException {
    return date(tax.asOf()).amount(tax.outstanding()).text(tax.currency());
  }
}
