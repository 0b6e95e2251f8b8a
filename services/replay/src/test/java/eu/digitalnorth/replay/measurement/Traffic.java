package eu.digitalnorth.replay.measurement;

import eu.digitalnorth.messaging.envelope.Header;
import eu.digitalnorth.replay.bundle.Payload;
import eu.digitalnorth.replay.bundle.RecordedRecord;
import eu.digitalnorth.replay.bundle.Recordings;
import eu.digitalnorth.replay.fixture.Cluster;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/**
 * Records of the size of the exchange's: 1.5 kB of value, ten headers with 700 bytes. Values are
 * text without line ends, so that kcat can read them from a file; their key stands before a colon.
 */
final class Traffic {
  static final int PARTITIONS = 3;

  static final List<Header> HEADERS =
      List.of(
          Header.of("ce_specversion", "1.0"),
          Header.of("ce_id", "1b4e28ba-2fa1-4d2e-883f-0016d3cca427"),
          Header.of("ce_type", "eu.digitalnorth.evidence.response.v1"),
          Header.of("ce_source", "urn:digital-north:ee:evidence"),
          Header.of("ce_subject", "6fa459ea-ee8a-4ca4-894e-db77e160355e"),
          Header.of("ce_time", "2026-11-22T10:00:00.123Z"),
          Header.of("ce_dataschema", "urn:sha256:" + "a".repeat(64)),
          Header.of("content-type", "application/avro"),
          Header.of("traceparent", "00-" + "b".repeat(32) + "-" + "c".repeat(16) + "-01"),
          Header.of("signature", "d".repeat(43) + ":" + "e".repeat(86)));

  private static final int CHUNK = 20_000;
  private static final int RANDOM_BYTES = 1_125; // 1,500 in base64

  private Traffic() {}

  /** A topic that has them; its name. */
  static String write(Cluster cluster, Path lines, int count) {
    String topic = cluster.topic("traffic." + UUID.randomUUID(), PARTITIONS, Map.of());
    Random random = new Random(1);
    byte[] value = new byte[RANDOM_BYTES];
    try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(lines))) {
      for (int from = 0; from < count; from += CHUNK) {
        List<RecordedRecord> chunk = new ArrayList<>();
        for (int i = from; i < Math.min(count, from + CHUNK); i++) {
          random.nextBytes(value);
          String text = Base64.getEncoder().encodeToString(value);
          String key = new UUID(random.nextLong(), random.nextLong()).toString();
          out.println(key + ':' + text);
          chunk.add(record(topic, i, key, text));
        }
        cluster.write(topic, chunk);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return topic;
  }

  private static RecordedRecord record(String topic, int number, String key, String value) {
    return Recordings.record(
        topic,
        number % PARTITIONS,
        number,
        key,
        Payload.raw(Recordings.bytes(value)),
        HEADERS.toArray(Header[]::new));
  }
}
