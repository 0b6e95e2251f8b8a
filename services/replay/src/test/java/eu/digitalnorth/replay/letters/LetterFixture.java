package eu.digitalnorth.replay.letters;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.messaging.envelope.Header;
import eu.digitalnorth.messaging.envelope.RawRecord;
import eu.digitalnorth.messaging.inbox.DeadLetters;
import eu.digitalnorth.messaging.topic.Service;
import eu.digitalnorth.messaging.topic.TopicCatalogue;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Dead letters as the evidence service of a country would have written them. */
public final class LetterFixture {
  private LetterFixture() {}

  /** Where its requests come in. */
  public static String inbox(String country) {
    return TopicCatalogue.EVIDENCE_REQUEST.nameFor(CountryCode.of(country));
  }

  /** Where it puts those that it refuses. */
  public static String letters(String country) {
    return TopicCatalogue.deadLetters(
        CountryCode.of(country), Service.EVIDENCE, TopicCatalogue.EVIDENCE_REQUEST);
  }

  /** A letter that says that it came from the beginning of this partition of the inbox. */
  public static RawRecord letter(String country, int partition, String key, Header... own) {
    return refused(
        letters(country),
        inbox(country),
        new RawRecord(
            inbox(country),
            partition,
            -1,
            0,
            key.getBytes(StandardCharsets.UTF_8),
            ("value of " + key).getBytes(StandardCharsets.UTF_8),
            List.of(own)));
  }

  /** What a service makes of a record. */
  static RawRecord refused(String letters, String origin, RawRecord record) {
    List<Header> headers = new ArrayList<>(record.headers());
    headers.add(Header.of(DeadLetters.REASON, "PROCESSING_FAILED"));
    headers.add(Header.of(DeadLetters.EXPLANATION, "a bug"));
    headers.add(Header.of("kafka_dlt-original-topic", origin));
    headers.add(new Header("kafka_dlt-original-partition", bytes(4, record.partition())));
    headers.add(new Header("kafka_dlt-original-offset", bytes(8, record.offset())));
    headers.add(new Header("kafka_dlt-original-timestamp", bytes(8, 0)));
    return new RawRecord(letters, record.partition(), 0, 0, record.key(), record.value(), headers);
  }

  private static byte[] bytes(int length, long number) {
    ByteBuffer buffer = ByteBuffer.allocate(length);
    return length == 4 ? buffer.putInt((int) number).array() : buffer.putLong(number).array();
  }
}
