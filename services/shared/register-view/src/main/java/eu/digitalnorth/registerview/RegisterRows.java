package eu.digitalnorth.registerview;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.schemas.wire.PersonalPart;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows in the service's database; a version that is not newer changes nothing. */
final class RegisterRows {
  private static final String UPSERT =
      """
      insert into register_row (country, kind, subject, version,
                                content_type, record_type, schema_hash, content, digest)
      select :country, :kind, row.* from unnest(
        :subjects, :versions, :contentTypes, :recordTypes, :schemaHashes, :contents, :digests) as row
      on conflict (country, kind, subject) do update
      set version = excluded.version, content_type = excluded.content_type,
          record_type = excluded.record_type, schema_hash = excluded.schema_hash,
          content = excluded.content, digest = excluded.digest
      where register_row.version < excluded.version
      returning subject
      """;
  private static final String SELECT =
      """
      select subject as asked, subject, content_type, record_type, schema_hash, content, digest
      from register_row where country = :country and kind = :kind and subject = any(:asked)
      union all
      select a.alias, subject, content_type, record_type, schema_hash, content, digest
      from register_alias a join register_row using (country, subject)
      where country = :country and kind = :kind and a.alias = any(:asked)
      """;

  private final JdbcClient jdbc;

  RegisterRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @return those that were newer than what was there
   */
  List<RegisterRow> keep(CountryCode country, RegisterKind kind, List<RegisterRow> rows) {
    List<RegisterRow> newest = newestOfEach(rows);
    Set<String> subjects = new HashSet<>(upsert(country, kind, newest));
    List<RegisterRow> changed =
        newest.stream().filter(row -> subjects.contains(row.subject())).toList();
    if (kind == RegisterKind.PERSON && !changed.isEmpty()) {
      replaceAliases(country, changed);
    }
    return changed;
  }

  void forget(CountryCode country, RegisterKind kind, Collection<String> subjects) {
    jdbc.sql(
            """
            delete from register_row
            where country = :country and kind = :kind and subject = any(:subjects)
            """)
        .param("country", country.lower())
        .param("kind", kind.name())
        .param("subjects", subjects.toArray(String[]::new))
        .update();
  }

  /** By the pseudonym asked for, which is a subject or an alias. */
  Map<String, SealedRow> find(
      CountryCode country, RegisterKind kind, Collection<String> pseudonyms) {
    Map<String, SealedRow> found = new HashMap<>();
    jdbc.sql(SELECT)
        .param("country", country.lower())
        .param("kind", kind.name())
        .param("asked", pseudonyms.toArray(String[]::new))
        .query(
            row -> {
              found.put(
                  row.getString("asked"), new SealedRow(row.getString("subject"), content(row)));
            });
    return found;
  }

  private static List<RegisterRow> newestOfEach(List<RegisterRow> rows) {
    Map<String, RegisterRow> newest = new LinkedHashMap<>();
    for (RegisterRow row : rows) {
      newest.merge(row.subject(), row, (a, b) -> a.version() > b.version() ? a : b);
    }
    return List.copyOf(newest.values());
  }

  private List<String> upsert(CountryCode country, RegisterKind kind, List<RegisterRow> rows) {
    return jdbc.sql(UPSERT)
        .param("country", country.lower())
        .param("kind", kind.name())
        .param("subjects", strings(rows, RegisterRow::subject))
        .param("versions", rows.stream().map(RegisterRow::version).toArray(Long[]::new))
        .param("contentTypes", strings(rows, row -> row.content().getContentType()))
        .param("recordTypes", strings(rows, row -> row.content().getRecordType()))
        .param("schemaHashes", strings(rows, row -> row.content().getSchemaHash()))
        .param("contents", bytes(rows, PersonalPart::getContent))
        .param("digests", bytes(rows, PersonalPart::getDigest))
        .query(String.class)
        .list();
  }

  private void replaceAliases(CountryCode country, List<RegisterRow> rows) {
    jdbc.sql("delete from register_alias where country = :country and subject = any(:subjects)")
        .param("country", country.lower())
        .param("subjects", strings(rows, RegisterRow::subject))
        .update();
    List<String[]> pairs =
        rows.stream()
            .flatMap(row -> row.aliases().stream().distinct().map(a -> pair(a, row.subject())))
            .toList();
    if (!pairs.isEmpty()) {
      jdbc.sql(
              """
              insert into register_alias (country, alias, subject)
              select :country, pair.* from unnest(:aliases, :subjects) as pair
              """)
          .param("country", country.lower())
          .param("aliases", pairs.stream().map(pair -> pair[0]).toArray(String[]::new))
          .param("subjects", pairs.stream().map(pair -> pair[1]).toArray(String[]::new))
          .update();
    }
  }

  private static String[] pair(String alias, String subject) {
    return new String[] {alias, subject};
  }

  private static String[] strings(List<RegisterRow> rows, Function<RegisterRow, String> field) {
    return rows.stream().map(field).toArray(String[]::new);
  }

  private static byte[][] bytes(List<RegisterRow> rows, Function<PersonalPart, ByteBuffer> field) {
    return rows.stream().map(row -> bytes(field.apply(row.content()))).toArray(byte[][]::new);
  }

  private static byte[] bytes(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.remaining()];
    buffer.duplicate().get(bytes);
    return bytes;
  }

  private static PersonalPart content(ResultSet row) throws SQLException {
    return PersonalPart.newBuilder()
        .setContentType(row.getString("content_type"))
        .setRecordType(row.getString("record_type"))
        .setSchemaHash(row.getString("schema_hash"))
        .setContent(ByteBuffer.wrap(row.getBytes("content")))
        .setDigest(ByteBuffer.wrap(row.getBytes("digest")))
        .build();
  }

  /**
   * A row as its register sealed it.
   *
   * @param subject the pseudonym that it was sealed for
   */
  record SealedRow(String subject, PersonalPart content) {}
}
