package eu.digitalnorth.replay.bundle;

import eu.digitalnorth.messaging.envelope.Header;
import eu.digitalnorth.replay.capture.RecordFilter;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.apache.avro.Schema;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.record.TimestampType;

/** Makes recordings without a broker, also odd ones, the same for the same seed. */
public final class Recordings {
  public static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

  /** With optional fields, as what was released first and what came later. */
  public static final List<Schema> VERSIONS =
      List.of(
          version("{\"name\": \"id\", \"type\": \"string\"}"),
          version(
              "{\"name\": \"id\", \"type\": \"string\"},"
                  + "{\"name\": \"note\", \"type\": [\"null\", \"string\"], \"default\": null}"));

  private Recordings() {}

  private static Schema version(String fields) {
    return new Schema.Parser()
        .parse(
            "{\"type\": \"record\", \"name\": \"Thing\", \"namespace\": \"test\", \"fields\": ["
                + fields
                + "]}");
  }

  public static String hash(Schema schema) {
    return Sha256.of(schema.toString());
  }

  public static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** A value of version 1 or 2 with a schema id in front. */
  public static Payload thing(int version, int schemaId, String id) {
    byte[] text = bytes(id);
    ByteBuffer body = ByteBuffer.allocate(Payload.PREFIX_BYTES + 2 + text.length + 1);
    body.put((byte) 0).putInt(schemaId);
    if (text.length > 63) {
      throw new IllegalArgumentException("The length must fit one byte");
    }
    body.put((byte) (text.length * 2)).put(text);
    if (version == 2) {
      body.put((byte) 0);
    }
    byte[] value = new byte[body.position()];
    body.flip().get(value);
    return new Payload(value, Framing.PREFIX_V0, hash(VERSIONS.get(version - 1)));
  }

  public static RecordedRecord record(
      String topic, int partition, long offset, String key, Payload value, Header... headers) {
    return new RecordedRecord(
        topic,
        partition,
        offset,
        NOW.toEpochMilli() + offset,
        TimestampType.CREATE_TIME,
        Payload.raw(key == null ? null : bytes(key)),
        value,
        List.of(headers));
  }

  /** Everything that Kafka allows: nulls, empties, tombstones, duplicate headers, gaps. */
  public static List<RecordedRecord> random(long seed, int count) {
    Random random = new Random(seed);
    List<RecordedRecord> records = new ArrayList<>();
    long[] offsets = new long[6];
    for (int i = 0; i < count; i++) {
      int partition = random.nextInt(3);
      int topic = random.nextInt(2);
      long offset = offsets[topic * 3 + partition] + random.nextInt(3);
      offsets[topic * 3 + partition] = offset + 1;
      records.add(
          new RecordedRecord(
              "topic." + topic,
              partition,
              offset,
              NOW.toEpochMilli() + i * 10L + random.nextInt(30) - 15,
              random.nextBoolean() ? TimestampType.CREATE_TIME : TimestampType.LOG_APPEND_TIME,
              Payload.raw(maybe(random, 40)),
              value(random),
              headers(random)));
    }
    return records;
  }

  private static Payload value(Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> thing(1, 7, "thing-" + random.nextInt(100));
      case 1 -> thing(2, 9, "thing-" + random.nextInt(100));
      case 2 -> new Payload(maybe(random, 2000), Framing.HEADER_GUID_V1, null);
      default -> Payload.raw(maybe(random, 2000));
    };
  }

  private static List<Header> headers(Random random) {
    List<Header> headers = new ArrayList<>();
    for (int i = random.nextInt(5); i > 0; i--) {
      headers.add(new Header("h" + random.nextInt(3), maybe(random, 20)));
    }
    return headers;
  }

  /** Null, empty, or something. */
  private static byte[] maybe(Random random, int most) {
    return switch (random.nextInt(6)) {
      case 0 -> null;
      case 1 -> new byte[0];
      default -> {
        byte[] bytes = new byte[1 + random.nextInt(most)];
        random.nextBytes(bytes);
        yield bytes;
      }
    };
  }

  /** A filter that lets all records through. */
  public static RecordFilter everything() {
    return new RecordFilter(List.of(), List.of(), List.of(), Map.of());
  }

  /** A plan for what these records are. */
  public static Manifest plan(List<RecordedRecord> records) {
    Map<TopicPartition, long[]> ranges = new LinkedHashMap<>();
    for (RecordedRecord record : records) {
      TopicPartition id = new TopicPartition(record.topic(), record.partition());
      long[] range = ranges.computeIfAbsent(id, first -> new long[] {record.offset(), 0});
      range[1] = record.offset() + 1;
    }
    List<RecordedPartition> partitions = new ArrayList<>();
    ranges.forEach(
        (id, range) ->
            partitions.add(
                new RecordedPartition(
                    id.topic(), id.partition(), range[0], range[1], range[0], null)));
    List<RecordedTopic> topics =
        new TreeSet<>(records.stream().map(RecordedRecord::topic).toList())
            .stream().map(topic -> new RecordedTopic(topic, 3)).toList();
    return Manifest.begin(
        NOW, new Source("cluster", null), Selection.of("topic"), null, topics, partitions);
  }

  public static void addSchemas(BundleWriter writer) {
    int id = 7;
    int version = 1;
    for (Schema schema : VERSIONS) {
      writer.add(
          new RecordedSchema(
              hash(schema),
              schema.getFullName(),
              List.of(id),
              List.of(new Registration("topic.0-value", version, "FULL")),
              List.of()),
          schema.toString());
      id += 2;
      version++;
    }
  }

  /** A finished bundle of these records. */
  public static Path write(Path folder, List<RecordedRecord> records) {
    try (BundleWriter writer = BundleWriter.create(folder, plan(records))) {
      addSchemas(writer);
      records.forEach(writer::append);
      writer.finish(NOW);
    }
    return folder;
  }

  /** What a record is, in a form that can be compared. */
  public static String describe(RecordedRecord record) {
    StringBuilder text = new StringBuilder(record.place());
    text.append(' ').append(record.timestamp()).append(record.timestampType());
    text.append(describe(record.key())).append(describe(record.value()));
    for (Header header : record.headers()) {
      text.append(header.name()).append('=').append(describe(Payload.raw(header.value())));
    }
    return text.toString();
  }

  private static String describe(Payload payload) {
    byte[] bytes = payload.bytes();
    return " "
        + (bytes == null ? "null" : bytes.length + ":" + Sha256.of(bytes))
        + payload.framing()
        + payload.schema();
  }
}
