package eu.digitalnorth.attestation.store;

import eu.digitalnorth.attestation.authentication.AuthReqId;
import eu.digitalnorth.attestation.authentication.Authentication;
import eu.digitalnorth.attestation.authentication.AuthenticationRequest;
import eu.digitalnorth.attestation.authentication.LoginHint;
import eu.digitalnorth.attestation.authentication.OptionalAttribute;
import eu.digitalnorth.attestation.authentication.RequestingAuthority;
import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.country.LevelOfAssurance;
import eu.digitalnorth.trust.encryption.RecipientKey;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An authentication as a row. Only complete requests become one, so level and key are there. */
final class AuthenticationRow {
  static final String INSERT =
      """
      insert into authentication (
        country, auth_req_id, state, request_id, cause, exchange_id, requester_country,
        requester, requester_name, procedure_code, level_of_assurance, attributes, subject, company,
        response_key, binding_message, trace_parent, started_at, expires_at, decided_at)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  static final String SELECT = "select * from authentication ";

  private AuthenticationRow() {}

  static void bind(PreparedStatement insert, Authentication authentication) throws SQLException {
    AuthenticationRequest request = authentication.request();
    RequestingAuthority requester = request.requester();
    insert.setString(1, request.country().lower());
    insert.setObject(2, authentication.id().value());
    insert.setString(3, authentication.state().name());
    insert.setObject(4, request.requestId());
    insert.setObject(5, request.cause());
    insert.setObject(6, request.exchangeId());
    insert.setString(7, requester.country().lower());
    insert.setString(8, requester.id());
    insert.setString(9, requester.name());
    insert.setString(10, request.procedure());
    insert.setString(11, Objects.requireNonNull(request.level()).name());
    insert.setArray(12, attributes(insert, request.attributes()));
    insert.setString(13, request.hint().subject());
    insert.setString(14, request.hint().company());
    insert.setBytes(15, Objects.requireNonNull(request.responseKey()).publicJwk());
    insert.setString(16, request.bindingMessage());
    insert.setString(17, request.traceParent());
    insert.setObject(18, utc(authentication.startedAt()));
    insert.setObject(19, utc(request.expiresAt()));
    insert.setObject(20, decidedAt(authentication));
  }

  static Authentication read(ResultSet row, int number) throws SQLException {
    AuthReqId id = new AuthReqId(row.getObject("auth_req_id", UUID.class));
    AuthenticationRequest request = request(row);
    Instant startedAt = instant(row, "started_at");
    return switch (Authentication.State.valueOf(row.getString("state"))) {
      case PENDING -> new Authentication.Pending(id, request, startedAt);
      case APPROVED ->
          new Authentication.Approved(id, request, startedAt, instant(row, "decided_at"));
      case DENIED -> new Authentication.Denied(id, request, startedAt, instant(row, "decided_at"));
      case EXPIRED ->
          new Authentication.Expired(id, request, startedAt, instant(row, "decided_at"));
    };
  }

  private static AuthenticationRequest request(ResultSet row) throws SQLException {
    return new AuthenticationRequest(
        row.getObject("request_id", UUID.class),
        row.getObject("cause", UUID.class),
        row.getObject("exchange_id", UUID.class),
        CountryCode.of(row.getString("country")),
        new RequestingAuthority(
            CountryCode.of(row.getString("requester_country")),
            row.getString("requester"),
            row.getString("requester_name")),
        row.getString("procedure_code"),
        LevelOfAssurance.valueOf(row.getString("level_of_assurance")),
        attributes(row.getArray("attributes")),
        new LoginHint(true, row.getString("subject"), row.getString("company")),
        RecipientKey.read(row.getBytes("response_key")).orElseThrow(),
        row.getString("binding_message"),
        row.getString("trace_parent"),
        instant(row, "expires_at"));
  }

  private static Array attributes(PreparedStatement insert, Set<OptionalAttribute> attributes)
      throws SQLException {
    return insert
        .getConnection()
        .createArrayOf("text", attributes.stream().map(Enum::name).sorted().toArray());
  }

  private static Set<OptionalAttribute> attributes(Array array) throws SQLException {
    return Arrays.stream((String[]) array.getArray())
        .map(OptionalAttribute::valueOf)
        .collect(Collectors.toSet());
  }

  private static @Nullable OffsetDateTime decidedAt(Authentication authentication) {
    return authentication instanceof Authentication.Ended ended ? utc(ended.decidedAt()) : null;
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
