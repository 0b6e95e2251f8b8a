package eu.digitalnorth.messaging.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.digitalnorth.messaging.envelope.RejectedRecordException;
import eu.digitalnorth.messaging.envelope.Rejection;
import eu.digitalnorth.messaging.setup.SchemaRegistryClients;
import eu.digitalnorth.schemas.audit.AuditEvent;
import eu.digitalnorth.schemas.eid.AttestationStatus;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AvroCodecTest {
  private static final String TOPIC = "ee.eid.attestation-status.v1";
  private static final int MANY = 5_000;
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final AttestationStatus STATUS =
      new AttestationStatus("https://eid.ee/status-lists/0", "EE", NOW, "head.claims.signature");

  private final MockSchemaRegistryClient registry = new MockSchemaRegistryClient();
  private final AvroCodec codec = new AvroCodec(registry, "mock://tests");
  private final Random random = new Random(2017);

  @BeforeEach
  void register() throws Exception {
    registry.register(TOPIC + "-value", new AvroSchema(AttestationStatus.getClassSchema()));
  }

  @Test
  void whatIsEncodedIsDecodedAgain() throws Exception {
    assertThat(codec.decode(TOPIC, codec.encode(TOPIC, STATUS), AttestationStatus.class))
        .isEqualTo(STATUS);
  }

  @Test
  void encodingTwiceGivesTheSameBytes() {
    assertThat(codec.encode(TOPIC, STATUS)).isEqualTo(codec.encode(TOPIC, STATUS));
  }

  @Test
  void threadsDoNotDisturbEachOther() {
    byte[] bytes = codec.encode(TOPIC, STATUS);

    assertThat(IntStream.range(0, MANY).parallel().mapToObj(i -> decode(bytes)))
        .allMatch(STATUS::equals);
  }

  @Test
  void everyTruncationIsRefused() {
    byte[] whole = codec.encode(TOPIC, STATUS);
    for (int length = 0; length < whole.length; length++) {
      refuses(Arrays.copyOf(whole, length), Rejection.UNREADABLE);
    }
  }

  @Test
  void aFlippedBitOfTheBodyIsRefusedOrReadsAsAnotherRecordButNeverFailsOtherwise() {
    byte[] whole = codec.encode(TOPIC, STATUS);
    for (int bit = AvroCodec.PREFIX_BYTES * 8; bit < whole.length * 8; bit++) {
      byte[] flipped = whole.clone();
      flipped[bit / 8] ^= (byte) (1 << bit % 8);
      assertThat(isRefusedOrRead(flipped)).isTrue();
    }
  }

  @Test
  void garbageBehindAKnownSchemaIdNeverFailsOtherwise() {
    byte[] prefix = Arrays.copyOf(codec.encode(TOPIC, STATUS), AvroCodec.PREFIX_BYTES);
    for (int i = 0; i < MANY; i++) {
      byte[] garbage = new byte[random.nextInt(100)];
      random.nextBytes(garbage);
      byte[] value = Arrays.copyOf(prefix, prefix.length + garbage.length);
      System.arraycopy(garbage, 0, value, prefix.length, garbage.length);
      assertThat(isRefusedOrRead(value)).isTrue();
    }
  }

  @Test
  void noValueAndAWrongMagicByteAreRefused() {
    refuses(null, Rejection.UNREADABLE);
    byte[] magic = codec.encode(TOPIC, STATUS);
    magic[0] = 1;
    refuses(magic, Rejection.UNREADABLE);
  }

  @Test
  void aSchemaThatIsNotOfTheTopicIsRefused() throws Exception {
    int id = registry.register(TOPIC + "-value", new AvroSchema(AuditEvent.getClassSchema()));
    byte[] value = codec.encode(TOPIC, STATUS);
    ByteBuffer.wrap(value).putInt(1, id);

    refuses(value, Rejection.UNREADABLE);
  }

  @Test
  void aRegistryThatDoesNotAnswerIsNoFaultOfTheRecord() {
    String nobody = "http://127.0.0.1:1";
    AvroCodec cutOff = new AvroCodec(SchemaRegistryClients.create(URI.create(nobody)), nobody);

    assertThatThrownBy(
            () -> cutOff.decode(TOPIC, codec.encode(TOPIC, STATUS), AttestationStatus.class))
        .isInstanceOf(RegistryUnavailableException.class);
    assertThatThrownBy(() -> cutOff.encode(TOPIC, STATUS))
        .isInstanceOf(RegistryUnavailableException.class);
  }

  @Test
  void aSchemaThatNobodyRegisteredIsNoFaultOfTheMessage() {
    assertThatThrownBy(() -> codec.encode("ee.nothing.here.v1", STATUS))
        .isInstanceOf(RegistryUnavailableException.class);
  }

  private AttestationStatus decode(byte[] bytes) {
    try {
      return codec.decode(TOPIC, bytes, AttestationStatus.class);
    } catch (RejectedRecordException e) {
      throw new AssertionError(e);
    }
  }

  private boolean isRefusedOrRead(byte[] value) {
    try {
      return codec.decode(TOPIC, value, AttestationStatus.class) != null;
    } catch (RejectedRecordException e) {
      return e.reason() == Rejection.UNREADABLE;
    }
  }

  private void refuses(byte[] value, Rejection reason) {
    assertThatThrownBy(() -> codec.decode(TOPIC, value, AttestationStatus.class))
        .isInstanceOfSatisfying(
            RejectedRecordException.class, e -> assertThat(e.reason()).isEqualTo(reason));
  }
}
