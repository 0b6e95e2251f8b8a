package eu.digitalnorth.schemas;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;

/**
 * Writes the schemas of this build as released versions, by {@code schemas/release}: a record that
 * is not as it was last released becomes its next version. Nothing that is released is changed.
 */
final class ReleaseSchemas {
  static final String INDEX = "index";
  static final String CHECKSUMS = "SHA256SUMS";

  private final Path released;

  ReleaseSchemas(Path released) {
    this.released = released;
  }

  /** Argument: the folder {@code released}. */
  public static void main(String[] args) throws IOException {
    List<String> written = new ReleaseSchemas(Path.of(args[0])).release();
    System.out.println(written.isEmpty() ? "Nothing has changed." : "Released " + written);
  }

  List<String> release() throws IOException {
    List<String> written = new ArrayList<>();
    for (Schema schema : RecordTypes.all()) {
      int last = lastVersion(schema);
      boolean unchanged = last > 0 && read(file(schema, last)).equals(text(schema));
      if (!unchanged) {
        String file = file(schema, last + 1);
        Files.createDirectories(released.resolve(file).toAbsolutePath().getParent());
        Files.writeString(released.resolve(file), text(schema));
        written.add(file);
      }
    }
    List<String> files = files();
    Files.writeString(released.resolve(INDEX), String.join("\n", files) + "\n");
    Files.writeString(released.resolve(CHECKSUMS), checksums(files));
    return written;
  }

  /** All released files, sorted, as they stand in the index. */
  List<String> files() throws IOException {
    try (Stream<Path> found = Files.walk(released)) {
      return found
          .map(path -> released.relativize(path).toString().replace('\\', '/'))
          .filter(file -> file.endsWith(".avsc"))
          .sorted()
          .toList();
    }
  }

  /** As {@code sha256sum} writes them. */
  String checksums(List<String> files) throws IOException {
    StringBuilder sums = new StringBuilder();
    for (String file : files) {
      sums.append(sha256(Files.readAllBytes(released.resolve(file))));
      sums.append("  ").append(file).append('\n');
    }
    return sums.toString();
  }

  /** Pretty, and the same schema again when parsed. */
  static String text(Schema schema) {
    return schema.toString(true) + "\n";
  }

  String read(String file) throws IOException {
    return Files.readString(released.resolve(file));
  }

  private int lastVersion(Schema schema) {
    int version = 0;
    while (Files.exists(released.resolve(file(schema, version + 1)))) {
      version++;
    }
    return version;
  }

  private static String file(Schema schema, int version) {
    String domain = schema.getNamespace().substring(schema.getNamespace().lastIndexOf('.') + 1);
    return domain + '/' + schema.getName() + ".v" + version + ".avsc";
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
