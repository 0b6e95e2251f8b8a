package eu.digitalnorth.schemas;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.avro.Schema;

/**
 * Every version of every schema that was ever released, from {@code schemas/released}. A released
 * file never changes.
 */
public final class ReleasedSchemas {
  private static final List<ReleasedSchema> ALL = load();
  private static final Map<String, Schema> BY_HASH =
      ALL.stream()
          .collect(
              Collectors.toUnmodifiableMap(
                  r -> SchemaHash.of(r.schema()), ReleasedSchema::schema, (a, b) -> a));

  private ReleasedSchemas() {}

  /** By record name, then by version. */
  public static List<ReleasedSchema> all() {
    return ALL;
  }

  /** All released versions of a record, oldest first. */
  public static List<ReleasedSchema> of(String recordName) {
    return ALL.stream().filter(r -> r.schema().getFullName().equals(recordName)).toList();
  }

  /**
   * @param hash as {@link SchemaHash#of} gives it
   */
  public static Optional<Schema> byHash(String hash) {
    return Optional.ofNullable(BY_HASH.get(hash));
  }

  private static List<ReleasedSchema> load() {
    try (BufferedReader index =
        new BufferedReader(new InputStreamReader(open("index"), StandardCharsets.UTF_8))) {
      List<ReleasedSchema> released = new ArrayList<>();
      for (String file = index.readLine(); file != null; file = index.readLine()) {
        released.add(read(file));
      }
      return List.copyOf(released);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the released schemas", e);
    }
  }

  /** A file is {@code <domain>/<Record>.v<version>.avsc}. */
  private static ReleasedSchema read(String file) throws IOException {
    String version = file.substring(file.lastIndexOf(".v") + 2, file.length() - ".avsc".length());
    try (InputStream in = open(file)) {
      return new ReleasedSchema(Integer.parseInt(version), new Schema.Parser().parse(in));
    }
  }

  private static InputStream open(String file) throws IOException {
    InputStream in = ReleasedSchemas.class.getResourceAsStream("/released/" + file);
    if (in == null) {
      throw new IOException("released/" + file + " is not on the class path");
    }
    return in;
  }
}
