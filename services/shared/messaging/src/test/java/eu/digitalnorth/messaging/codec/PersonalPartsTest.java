package eu.digitalnorth.messaging.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.digitalnorth.messaging.envelope.RejectedRecordException;
import eu.digitalnorth.messaging.envelope.Rejection;
import eu.digitalnorth.schemas.SchemaHash;
import eu.digitalnorth.schemas.eid.LoginHint;
import eu.digitalnorth.schemas.register.Person;
import eu.digitalnorth.schemas.wire.PersonalPart;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

class PersonalPartsTest {
  private static final int MANY = 5_000;
  private static final LoginHint HINT =
      new LoginHint("ee-isikukood", "39901012239", "ee-registrikood", "14000000");

  private final Random random = new Random(2017);

  @Test
  void whatIsSealedIsOpenedAgain() throws Exception {
    assertThat(PersonalParts.open(PersonalParts.seal(HINT), LoginHint.class)).isEqualTo(HINT);
  }

  @Test
  void anotherRecordIsRefused() {
    refuses(PersonalParts.seal(HINT), Person.class);
  }

  @Test
  void anotherContentTypeIsRefused() {
    PersonalPart part = PersonalParts.seal(HINT);
    part.setContentType("application/jose");

    refuses(part, LoginHint.class);
  }

  @Test
  void anUnknownSchemaHashIsRefused() {
    PersonalPart part = PersonalParts.seal(HINT);
    part.setSchemaHash("0".repeat(64));

    refuses(part, LoginHint.class);
  }

  @Test
  void everyTruncationIsRefused() {
    byte[] whole = PersonalParts.seal(HINT).getContent().array();
    for (int length = 0; length < whole.length; length++) {
      refuses(withContent(Arrays.copyOf(whole, length)), LoginHint.class);
    }
  }

  @Test
  void bytesBehindTheRecordAreRefused() {
    byte[] whole = PersonalParts.seal(HINT).getContent().array();

    refuses(withContent(Arrays.copyOf(whole, whole.length + 1)), LoginHint.class);
  }

  @Test
  void aFlippedBitIsRefusedOrReadsAsAnotherRecordButNeverFailsOtherwise() {
    byte[] whole = PersonalParts.seal(HINT).getContent().array();
    int refused = 0;
    for (int bit = 0; bit < whole.length * 8; bit++) {
      byte[] flipped = whole.clone();
      flipped[bit / 8] ^= (byte) (1 << bit % 8);
      refused += isRefused(withContent(flipped)) ? 1 : 0;
    }
    assertThat(refused).isPositive();
  }

  @Test
  void garbageNeverFailsOtherwise() {
    int refused = 0;
    for (int i = 0; i < MANY; i++) {
      byte[] garbage = new byte[random.nextInt(200)];
      random.nextBytes(garbage);
      refused += isRefused(withContent(garbage)) ? 1 : 0;
    }
    assertThat(refused).isGreaterThan(MANY * 9 / 10);
  }

  /** Two gigabytes, says the length; nobody may believe it. */
  @Test
  void aLengthThatIsALieTakesNoMemory() {
    byte[] lie = {(byte) 0xFE, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, 0x0F, 0, 0, 0};

    refuses(withContent(lie), LoginHint.class);
    refuses(personWithContent(lie), Person.class);
  }

  private static boolean isRefused(PersonalPart part) {
    try {
      PersonalParts.open(part, LoginHint.class);
      return false;
    } catch (RejectedRecordException e) {
      assertThat(e.reason()).isEqualTo(Rejection.UNREADABLE);
      return true;
    }
  }

  private static void refuses(PersonalPart part, Class<? extends SpecificRecord> type) {
    assertThatThrownBy(() -> PersonalParts.open(part, type))
        .isInstanceOf(RejectedRecordException.class);
  }

  private static PersonalPart withContent(byte[] content) {
    PersonalPart part = PersonalParts.seal(HINT);
    part.setContent(ByteBuffer.wrap(content));
    return part;
  }

  private static PersonalPart personWithContent(byte[] content) {
    PersonalPart part = withContent(content);
    part.setRecordType(Person.getClassSchema().getFullName());
    part.setSchemaHash(SchemaHash.of(Person.getClassSchema()));
    return part;
  }
}
