package eu.digitalnorth.messaging.personal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.messaging.envelope.RejectedRecordException;
import eu.digitalnorth.messaging.envelope.Rejection;
import eu.digitalnorth.messaging.fixture.Personal;
import eu.digitalnorth.schemas.SchemaHash;
import eu.digitalnorth.schemas.eid.LoginHint;
import eu.digitalnorth.schemas.register.Person;
import eu.digitalnorth.schemas.wire.PersonalPart;
import eu.digitalnorth.schemas.wire.ResponseKey;
import eu.digitalnorth.trust.crypto.CryptoProvider;
import eu.digitalnorth.trust.encryption.DecryptionKeys;
import eu.digitalnorth.trust.encryption.EncryptedPart;
import eu.digitalnorth.trust.encryption.Encryption;
import eu.digitalnorth.trust.encryption.ResponseKeyPair;
import eu.digitalnorth.trust.key.KeyRing;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import org.apache.avro.specific.SpecificRecord;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class PersonalPartsTest {
  private static final int MANY = 2_000;
  private static final CountryCode EE = CountryCode.of("ee");
  private static final CountryCode NO = CountryCode.of("no");
  private static final DecryptionKeys ESTONIAN = Personal.national().heldBy(EE);
  private static final String CONTEXT = "3b5b0e0e-6a9e-4b7e-9f5c-0d6b5a4d3c2b";
  private static final String NUMBER = "39901012239";
  private static final LoginHint HINT =
      new LoginHint("ee-isikukood", NUMBER, "ee-registrikood", "14000000");

  private final Random random = new Random(2017);

  @Test
  void whatIsSealedIsOpenedAgain() throws Exception {
    assertThat(open(sealed(), LoginHint.class)).isEqualTo(HINT);
  }

  @Test
  void anAttestationIsOpenedAgainAsItWas() throws Exception {
    PersonalPart part = PersonalParts.sealAttestation("a.b.c~d~", Personal.key(EE), CONTEXT);

    assertThat(PersonalParts.openAttestation(part, ESTONIAN, CONTEXT)).isEqualTo("a.b.c~d~");
    assertThat(part.getRecordType()).isNull();
    refuses(part, LoginHint.class);
  }

  @Test
  void nothingOfItCanBeReadWithoutTheKey() {
    assertThat(new String(sealed().getContent().array(), StandardCharsets.ISO_8859_1))
        .doesNotContain(NUMBER);
  }

  @Test
  void theSameContentNeverLooksTheSame() {
    PersonalPart one = sealed();
    PersonalPart other = sealed();

    assertThat(one.getContent()).isNotEqualTo(other.getContent());
    assertThat(one.getDigest()).isNotEqualTo(other.getDigest());
  }

  @Test
  void anotherCountryCannotOpenIt() {
    assertRefused(
        () ->
            PersonalParts.open(sealed(), LoginHint.class, Personal.national().heldBy(NO), CONTEXT));
  }

  @Test
  void itOpensInItsOwnContextOnly() {
    assertRefused(
        () -> Personal.openedBy(EE, sealed(), LoginHint.class, CONTEXT.replace('3', '4')));
  }

  @Test
  void anAnswerOpensWithTheKeyOfItsExchangeOnly() throws Exception {
    ResponseKeyPair pair = ResponseKeyPair.generate(CryptoProvider.best());
    ResponseKeyPair other = ResponseKeyPair.generate(CryptoProvider.best());
    PersonalPart answer = Personal.answer(HINT, ResponseKeys.write(pair), CONTEXT);

    assertThat(PersonalParts.open(answer, LoginHint.class, pair, CONTEXT)).isEqualTo(HINT);
    assertRefused(() -> PersonalParts.open(answer, LoginHint.class, other, CONTEXT));
  }

  @Test
  void aResponseKeyThatIsNotWhatItSaysIsNone() {
    ResponseKey key = Personal.responseKey();

    assertThat(ResponseKeys.read(key)).isPresent();
    assertThat(ResponseKeys.read(ResponseKey.newBuilder(key).setAlgorithm("RSA-OAEP").build()))
        .isEmpty();
    assertThat(ResponseKeys.read(ResponseKey.newBuilder(key).setKeyId("another").build()))
        .isEmpty();
    assertThat(ResponseKeys.read(ResponseKey.newBuilder(key).setPublicKey(utf8("{}")).build()))
        .isEmpty();
  }

  @Test
  void toACountryWithoutAKeyNothingIsSealed() {
    NationalKeys nobody = new NationalKeys(new KeyRing(Personal.keys().anchors()), Personal.keys());

    assertThatThrownBy(() -> nobody.of(EE, Instant.now()))
        .isInstanceOf(NoRecipientKeyException.class)
        .hasMessageContaining("EE");
  }

  @Test
  void anotherRecordIsRefused() {
    refuses(sealed(), Person.class);
  }

  @Test
  void anotherContentTypeIsRefused() {
    PersonalPart part = sealed();
    part.setContentType("application/dc+sd-jwt");

    refuses(part, LoginHint.class);
    assertRefused(() -> PersonalParts.openAttestation(part, ESTONIAN, CONTEXT));
  }

  @Test
  void anUnknownSchemaHashIsRefused() {
    PersonalPart part = sealed();
    part.setSchemaHash("0".repeat(64));
    refuses(part, LoginHint.class);
    part.setSchemaHash(null);
    refuses(part, LoginHint.class);
  }

  @Test
  void anotherDigestIsRefused() {
    PersonalPart part = sealed();
    part.setDigest(ByteBuffer.wrap(new byte[32]));

    refuses(part, LoginHint.class);
  }

  @Test
  void everyTruncationIsRefused() {
    PersonalPart part = sealed();
    byte[] whole = part.getContent().array();
    for (int length = 0; length < whole.length; length++) {
      part.setContent(ByteBuffer.wrap(Arrays.copyOf(whole, length)));
      refuses(part, LoginHint.class);
    }
  }

  @Test
  void everyFlippedBitIsRefused() {
    PersonalPart part = sealed();
    byte[] whole = part.getContent().array();
    for (int bit = 0; bit < whole.length * 8; bit++) {
      byte[] flipped = whole.clone();
      flipped[bit / 8] ^= (byte) (1 << bit % 8);
      part.setContent(ByteBuffer.wrap(flipped));
      refuses(part, LoginHint.class);
    }
  }

  @Test
  void garbageIsRefused() {
    PersonalPart part = sealed();
    for (int i = 0; i < MANY; i++) {
      byte[] garbage = new byte[random.nextInt(200)];
      random.nextBytes(garbage);
      part.setContent(ByteBuffer.wrap(garbage));
      refuses(part, LoginHint.class);
    }
  }

  @Test
  void whatIsNoRecordInsideIsRefused() {
    refuses(withPlaintext(new byte[0], LoginHint.class), LoginHint.class);
    for (int i = 0; i < MANY / 10; i++) {
      byte[] garbage = new byte[random.nextInt(60)];
      random.nextBytes(garbage);
      refuses(withPlaintext(garbage, Person.class), Person.class);
    }
  }

  @Test
  void bytesBehindTheRecordAreRefused() {
    byte[] record = PersonalRecords.encode(HINT);

    refuses(
        withPlaintext(Arrays.copyOf(record, record.length + 1), LoginHint.class), LoginHint.class);
  }

  /** Two gigabytes, says the length; nobody may believe it. */
  @Test
  void aLengthThatIsALieTakesNoMemory() {
    byte[] lie = {(byte) 0xFE, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, 0x0F, 0, 0, 0};

    refuses(withPlaintext(lie, LoginHint.class), LoginHint.class);
    refuses(withPlaintext(lie, Person.class), Person.class);
  }

  private static PersonalPart sealed() {
    return Personal.sealedTo(EE, HINT, CONTEXT);
  }

  /** Encrypted as it should be, to whom it should be; only what is inside is not. */
  private static PersonalPart withPlaintext(
      byte[] plaintext, Class<? extends SpecificRecord> type) {
    EncryptedPart encrypted =
        new Encryption().encrypt(plaintext, Personal.key(EE), "application/avro", CONTEXT);
    var schema = type == Person.class ? Person.getClassSchema() : LoginHint.getClassSchema();
    return new PersonalPart(
        "application/avro",
        schema.getFullName(),
        SchemaHash.of(schema),
        ByteBuffer.wrap(encrypted.jwe()),
        ByteBuffer.wrap(encrypted.digest()));
  }

  private static <T extends SpecificRecord> T open(PersonalPart part, Class<T> type)
      throws RejectedRecordException {
    return Personal.openedBy(EE, part, type, CONTEXT);
  }

  private static void refuses(PersonalPart part, Class<? extends SpecificRecord> type) {
    assertRefused(() -> PersonalParts.open(part, type, ESTONIAN, CONTEXT));
  }

  private static void assertRefused(ThrowingCallable opening) {
    assertThatThrownBy(opening)
        .isInstanceOfSatisfying(
            RejectedRecordException.class,
            e -> assertThat(e.reason()).isEqualTo(Rejection.UNREADABLE));
  }

  private static ByteBuffer utf8(String text) {
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
  }
}
