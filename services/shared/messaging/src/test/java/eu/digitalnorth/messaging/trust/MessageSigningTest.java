package eu.digitalnorth.messaging.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.messaging.codec.AvroCodec;
import eu.digitalnorth.messaging.envelope.CloudEventHeaders;
import eu.digitalnorth.messaging.envelope.Envelope;
import eu.digitalnorth.messaging.envelope.Header;
import eu.digitalnorth.messaging.envelope.RawRecord;
import eu.digitalnorth.messaging.envelope.RejectedRecordException;
import eu.digitalnorth.messaging.envelope.Rejection;
import eu.digitalnorth.messaging.envelope.Source;
import eu.digitalnorth.messaging.store.OutboxRecord;
import eu.digitalnorth.trust.KeyDirectory;
import eu.digitalnorth.trust.signature.MessageSignature;
import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MessageSigningTest {
  private static final CountryCode EE = CountryCode.of("ee");
  private static final Source SENDER = new Source(EE, "evidence");
  private static final String TOPIC = "no.evidence.response.v1";

  /** Key id, colon, signature: what all messages of a batch have in common. */
  private static final int SHARED = 130;

  private Instant now;
  private MessageSigning signing;
  private SignatureGate gate;

  @TempDir Path folder;

  @BeforeEach
  void install() {
    KeyDirectory keys = new KeyDirectory(folder);
    keys.createMissing(List.of(EE));
    now = CloudEventHeaders.toMillis(Instant.now());
    signing = new MessageSigning(keys);
    gate =
        new SignatureGate(
            new TrustedKeys(
                keys.ring(List.of(EE)),
                new AvroCodec(new MockSchemaRegistryClient(), "mock://signing")));
  }

  @Test
  void whatIsSentTogetherSharesASignatureAndEachIsBelievedByItself() throws Exception {
    List<OutboxRecord> signed = signing.sign(SENDER, now, records(20));

    for (OutboxRecord record : signed) {
      check(record, signature(record));
    }
    assertThat(signed.stream().map(record -> signature(record).substring(0, SHARED)).distinct())
        .hasSize(2);
  }

  @Test
  void theSignatureOfAnotherMessageOfTheSameBatchIsRefused() {
    List<OutboxRecord> signed = signing.sign(SENDER, now, records(2));

    assertThatExceptionOfType(RejectedRecordException.class)
        .isThrownBy(() -> check(signed.get(0), signature(signed.get(1))))
        .satisfies(refused -> assertThat(refused.reason()).isEqualTo(Rejection.BAD_SIGNATURE));
  }

  @Test
  void aMessageThatIsAloneIsSignedAlone() throws Exception {
    OutboxRecord alone = signing.sign(SENDER, now, records(1)).getFirst();

    assertThat(signature(alone)).hasSize(SHARED);
    check(alone, signature(alone));
  }

  private List<OutboxRecord> records(int number) {
    return IntStream.range(0, number)
        .mapToObj(
            i ->
                new OutboxRecord(
                    EE,
                    UUID.randomUUID(),
                    TOPIC,
                    null,
                    ("key " + i).getBytes(StandardCharsets.UTF_8),
                    new byte[] {0, 0, 0, 0, 1, (byte) i},
                    CloudEventHeaders.write(envelope("key " + i)),
                    false))
        .toList();
  }

  private Envelope envelope(String key) {
    return new Envelope(UUID.randomUUID(), "type", SENDER, key, now, "urn:sha256:0", null);
  }

  private void check(OutboxRecord record, String signature) throws RejectedRecordException {
    List<Header> headers =
        new ArrayList<>(
            record.headers().stream()
                .filter(header -> !header.name().equals(MessageSignature.HEADER))
                .toList());
    headers.add(Header.of(MessageSignature.HEADER, signature));
    RawRecord raw = new RawRecord(TOPIC, 0, 0, 0, record.key(), record.value(), headers);
    gate.check(TOPIC, raw, CloudEventHeaders.read(raw));
  }

  private static String signature(OutboxRecord record) {
    return Header.last(record.headers(), MessageSignature.HEADER);
  }
}
