package eu.digitalnorth.replay.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.apache.avro.Schema;

/** The Avro schema of the record files, format version 1. */
final class RecordSchema {
  static final Schema V1 = load();

  private RecordSchema() {}

  private static Schema load() {
    try (InputStream in = RecordSchema.class.getResourceAsStream("recorded-record.avsc")) {
      return new Schema.Parser().parse(Objects.requireNonNull(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
