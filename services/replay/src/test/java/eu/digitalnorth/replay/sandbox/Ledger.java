package eu.digitalnorth.replay.sandbox;

import static eu.digitalnorth.replay.bundle.Recordings.NOW;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.messaging.envelope.Header;
import eu.digitalnorth.messaging.envelope.RawRecord;
import eu.digitalnorth.messaging.inbox.DeadLetters;
import eu.digitalnorth.messaging.topic.Service;
import eu.digitalnorth.replay.bundle.BundleWriter;
import eu.digitalnorth.replay.bundle.Framing;
import eu.digitalnorth.replay.bundle.Manifest;
import eu.digitalnorth.replay.bundle.Payload;
import eu.digitalnorth.replay.bundle.RecordedPartition;
import eu.digitalnorth.replay.bundle.RecordedRecord;
import eu.digitalnorth.replay.bundle.RecordedSchema;
import eu.digitalnorth.replay.bundle.RecordedTopic;
import eu.digitalnorth.replay.bundle.Recordings;
import eu.digitalnorth.replay.bundle.Selection;
import eu.digitalnorth.replay.bundle.Source;
import eu.digitalnorth.schemas.audit.AuditAction;
import eu.digitalnorth.schemas.audit.AuditEvent;
import eu.digitalnorth.schemas.wire.TopicPosition;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;

/** A recording of Estonia's evidence service, as far as the ledger tells of it. */
final class Ledger {
  static final CountryCode EE = new CountryCode("EE");
  static final Role ROLE = new Role(Service.EVIDENCE, EE, List.of(EE, new CountryCode("NO")));
  static final String INBOX = "ee.evidence.request.v1";
  static final String PEOPLE = "ee.register.person.v1";

  private static final String EVENTS = "ee.audit.event.v1";

  private final Map<String, Integer> topics = new TreeMap<>();
  private final List<RecordedRecord> records = new ArrayList<>();
  private final Map<String, Long> ends = new TreeMap<>();
  private long events;

  Ledger() {
    ROLE.inboxes().forEach(topic -> topics.put(topic, 3));
    ROLE.trust().forEach(topic -> topics.put(topic, 1));
    ROLE.states().forEach(topic -> topics.put(topic, 1));
    topics.put(EVENTS, 1);
  }

  Ledger without(String topic) {
    topics.remove(topic);
    return this;
  }

  /** A request, whoever may decide upon it. */
  Ledger request(int partition, long offset, UUID id) {
    records.add(
        Recordings.record(
            INBOX,
            partition,
            offset,
            "key",
            Payload.raw(Recordings.bytes("request")),
            Header.of("ce_id", id.toString()),
            Header.of("ce_source", "urn:digital-north:no:portal")));
    return this;
  }

  Ledger people(int count) {
    for (int i = 0; i < count; i++) {
      records.add(
          Recordings.record(PEOPLE, 0, i, "person " + i, Payload.raw(Recordings.bytes("person"))));
    }
    return this;
  }

  /** The decision upon a request, that had seen so many records about people. */
  Ledger decided(UUID request, Instant at, long people) {
    return event(
        AuditEvent.newBuilder()
            .setAction(AuditAction.DECIDED)
            .setOccurredAt(at)
            .setDecidedAt(at)
            .setMessageId(request)
            .setPositions(List.of(new TopicPosition(PEOPLE, 0, people))));
  }

  /** That it could not be read. */
  Ledger rejected(int partition, long offset, Instant at) {
    return event(
        AuditEvent.newBuilder()
            .setAction(AuditAction.REJECTED)
            .setOccurredAt(at)
            .setMessageId(
                DeadLetters.idOf(
                    new RawRecord(INBOX, partition, offset, 0, null, null, List.of()))));
  }

  private Ledger event(AuditEvent.Builder event) {
    AuditEvent whole = event.setCountry("EE").setService("evidence").setTopic(INBOX).build();
    records.add(
        Recordings.record(
            EVENTS,
            0,
            events++,
            "key",
            new Payload(
                encoded(whole), Framing.PREFIX_V0, Recordings.hash(AuditEvent.getClassSchema())),
            Header.of("ce_source", "urn:digital-north:ee:evidence")));
    return this;
  }

  Path write(Path folder) {
    try (BundleWriter writer = BundleWriter.create(folder, plan())) {
      writer.add(
          new RecordedSchema(
              Recordings.hash(AuditEvent.getClassSchema()),
              AuditEvent.getClassSchema().getFullName(),
              List.of(1),
              List.of(),
              List.of()),
          AuditEvent.getClassSchema().toString());
      records.forEach(writer::append);
      writer.finish(NOW);
    }
    return folder;
  }

  private Manifest plan() {
    records.forEach(r -> ends.merge(r.topic() + ' ' + r.partition(), r.offset() + 1, Math::max));
    List<RecordedPartition> partitions = new ArrayList<>();
    topics.forEach(
        (topic, count) -> {
          for (int p = 0; p < count; p++) {
            long end = ends.getOrDefault(topic + ' ' + p, 0L);
            partitions.add(new RecordedPartition(topic, p, 0, end, 0, null));
          }
        });
    return Manifest.begin(
        NOW,
        new Source("cluster", null),
        Selection.of(),
        null,
        topics.entrySet().stream().map(t -> new RecordedTopic(t.getKey(), t.getValue())).toList(),
        partitions);
  }

  private static byte[] encoded(AuditEvent event) {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      out.write(new byte[] {0, 0, 0, 0, 1});
      BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
      new SpecificDatumWriter<AuditEvent>(
              AuditEvent.getClassSchema(), SpecificData.getForClass(AuditEvent.class))
          .write(event, encoder);
      encoder.flush();
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
