package eu.digitalnorth.trust.encryption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.nimbusds.jose.CompressionAlgorithm;
import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEEncrypter;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.DirectEncrypter;
import com.nimbusds.jose.crypto.ECDHDecrypter;
import com.nimbusds.jose.crypto.ECDHEncrypter;
import com.nimbusds.jose.crypto.PasswordBasedEncrypter;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.JSONObjectUtils;
import eu.digitalnorth.trust.crypto.CryptoProvider;
import eu.digitalnorth.trust.crypto.Providers;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Run once with each provider. */
abstract class EncryptedParts {
  private static final byte[] CONTENT = "Mari Maasikas".getBytes(StandardCharsets.UTF_8);
  private static final String TYPE = "application/avro; record=Attestation";
  private static final String CONTEXT = "0b9d4bd6-6a0b-4f5a-9d0e-0d2f3bb0a001";

  private final CryptoProvider provider;
  private final Encryption encryption;
  private final Decryption decryption;
  private final ResponseKeyPair recipient;

  EncryptedParts(CryptoProvider provider) {
    this.provider = provider;
    this.encryption = new Encryption(provider, new SecureRandom());
    this.decryption = new Decryption(provider);
    this.recipient = ResponseKeyPair.generate(provider);
  }

  @Test
  void theRecipientReadsTheContent() {
    assertThat(decrypt(encrypt())).isEqualTo("Mari Maasikas");
  }

  @Test
  void anEmptyContentIsOne() {
    EncryptedPart part = encryption.encrypt(new byte[0], to(recipient), TYPE, CONTEXT);

    assertThat(decrypt(part)).isEmpty();
  }

  @Test
  void whatOneProviderEncryptsEachOtherDecrypts() {
    EncryptedPart part = encrypt();

    assertThat(Providers.all())
        .allSatisfy(
            other ->
                assertThat(
                        new Decryption(other)
                            .decrypt(
                                part.jwe(),
                                ResponseKeyPair.restore(recipient.privateJwk(), other),
                                TYPE,
                                CONTEXT,
                                part.digest()))
                    .isInstanceOf(DecryptionOutcome.Decrypted.class));
  }

  @Test
  void theSameContentNeverLooksTheSame() {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 20; i++) {
      EncryptedPart part = encrypt();
      seen.add(Base64URL.encode(part.digest()).toString());
      Stream.of(text(part.jwe()).split("\\.")).filter(p -> !p.isEmpty()).forEach(seen::add);
    }

    assertThat(seen).hasSize(20 * 5);
  }

  @Test
  void theDigestIsOverSaltAndContent() throws Exception {
    EncryptedPart part = encrypt();

    byte[] plaintext = plaintext(part);

    assertThat(Arrays.copyOfRange(plaintext, 32, plaintext.length)).isEqualTo(CONTENT);
    assertThat(MessageDigest.getInstance("SHA-256").digest(plaintext)).isEqualTo(part.digest());
  }

  @Test
  void nobodyElseReadsIt() {
    EncryptedPart part = encrypt();
    ResponseKeyPair other = ResponseKeyPair.generate(provider);

    assertThat(decrypt(part, other)).isEqualTo(refused(DecryptionRefusal.UNKNOWN_KEY));
    assertThat(decrypt(part, id -> other.find(other.id())))
        .isEqualTo(refused(DecryptionRefusal.NOT_AUTHENTIC));
  }

  @Test
  void aDestroyedKeyLeavesOnlyCiphertext() {
    assertThat(decrypt(encrypt(), id -> Optional.empty()))
        .isEqualTo(refused(DecryptionRefusal.UNKNOWN_KEY));
  }

  @Test
  void whatIsOfAnotherTypeOrBelongsElsewhereIsNotOpened() {
    EncryptedPart part = encrypt();

    assertThat(decryption.decrypt(part.jwe(), recipient, "text/plain", CONTEXT, part.digest()))
        .isEqualTo(refused(DecryptionRefusal.OTHER_CONTENT_TYPE));
    assertThat(decryption.decrypt(part.jwe(), recipient, TYPE, "another", part.digest()))
        .isEqualTo(refused(DecryptionRefusal.OTHER_CONTEXT));
    assertThat(decryption.decrypt(part.jwe(), recipient, TYPE, CONTEXT, encrypt().digest()))
        .isEqualTo(refused(DecryptionRefusal.OTHER_DIGEST));
  }

  @Test
  void noCharacterCanBeChanged() {
    EncryptedPart part = encrypt();

    assertThat(
            IntStream.range(0, part.jwe().length)
                .boxed()
                .flatMap(at -> Stream.of('A', 'B', '_', '.', '=').map(c -> with(part, at, c)))
                .filter(changed -> !Arrays.equals(changed, part.jwe())))
        .hasSizeGreaterThan(1_500)
        .allSatisfy(
            changed ->
                assertThat(decryption.decrypt(changed, recipient, TYPE, CONTEXT, part.digest()))
                    .isInstanceOf(DecryptionOutcome.Refused.class));
  }

  @Test
  void nothingCanBeCutOffOrAdded() {
    EncryptedPart part = encrypt();
    Stream<byte[]> shorter =
        IntStream.range(0, part.jwe().length).mapToObj(end -> Arrays.copyOf(part.jwe(), end));
    Stream<byte[]> longer =
        Stream.of(".", "A", "=", "\n", ".e30")
            .map(more -> (text(part.jwe()) + more).getBytes(StandardCharsets.US_ASCII));

    assertThat(Stream.concat(shorter, longer))
        .allSatisfy(
            changed ->
                assertThat(decryption.decrypt(changed, recipient, TYPE, CONTEXT, part.digest()))
                    .isInstanceOf(DecryptionOutcome.Refused.class));
  }

  @Test
  void otherAlgorithmsAreRefusedHoweverTheyAreMade() throws Exception {
    ECKey key = ECKey.parse(text(recipient.publicJwk()));
    JWEEncrypter toKey = new ECDHEncrypter(key);

    assertRefused(jwe(header(JWEAlgorithm.ECDH_ES_A256KW, EncryptionMethod.A256GCM), toKey));
    assertRefused(jwe(header(JWEAlgorithm.ECDH_ES, EncryptionMethod.A128GCM), toKey));
    assertRefused(jwe(header(JWEAlgorithm.ECDH_ES, EncryptionMethod.A128CBC_HS256), toKey));
    assertRefused(
        jwe(header(JWEAlgorithm.DIR, EncryptionMethod.A256GCM), new DirectEncrypter(new byte[32])));
    assertRefused(
        jwe(
            header(JWEAlgorithm.PBES2_HS256_A128KW, EncryptionMethod.A256GCM),
            new PasswordBasedEncrypter("password", 16, 1_000)));
    assertRefused("eyJhbGciOiJub25lIn0.e30.");
    assertRefused("eyJhbGciOiJub25lIn0....");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "alg":"ECDH-ES" | "alg":"ECDH-ES+A256KW"
          "alg":"ECDH-ES" | "alg":"dir"
          "alg":"ECDH-ES" | "alg":"none"
          "enc":"A256GCM" | "enc":"A128GCM"
          "enc":"A256GCM" | "enc":"A256CBC-HS512"
          "crv":"P-256"   | "d":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAE","crv":"P-256"
          """,
      quoteCharacter = '\'')
  void aHeaderThatIsNotOursIsRefusedBeforeAKeyIsLookedFor(String ours, String other) {
    EncryptedPart part = encrypt();
    String[] parts = text(part.jwe()).split("\\.", 2);
    String header = new Base64URL(parts[0]).decodeToString();
    assertThat(header).contains(ours);
    String swapped = Base64URL.encode(header.replace(ours, other)) + "." + parts[1];

    assertThat(
            decryption.decrypt(
                swapped.getBytes(StandardCharsets.US_ASCII),
                id -> fail("A key was looked for"),
                TYPE,
                CONTEXT,
                part.digest()))
        .isIn(refused(DecryptionRefusal.OTHER_ALGORITHM), refused(DecryptionRefusal.MALFORMED));
  }

  @Test
  void anEphemeralKeyOfAnotherCurveIsRefusedBeforeAKeyIsLookedFor() throws Exception {
    EncryptedPart part = encrypt();
    String[] parts = text(part.jwe()).split("\\.", 2);
    Map<String, Object> header = JSONObjectUtils.parse(new Base64URL(parts[0]).decodeToString());
    header.put("epk", new ECKeyGenerator(Curve.P_384).generate().toPublicJWK().toJSONObject());
    String other = Base64URL.encode(JSONObjectUtils.toJSONString(header)) + "." + parts[1];

    assertThat(
            decryption.decrypt(
                other.getBytes(StandardCharsets.US_ASCII),
                id -> fail("A key was looked for"),
                TYPE,
                CONTEXT,
                part.digest()))
        .isEqualTo(refused(DecryptionRefusal.OTHER_ALGORITHM));
  }

  @Test
  void compressionAndUnaskedParametersAreRefused() throws Exception {
    JWEEncrypter toKey = new ECDHEncrypter(ECKey.parse(text(recipient.publicJwk())));

    assertRefused(jwe(ours().compressionAlgorithm(CompressionAlgorithm.DEF), toKey));
    assertRefused(jwe(ours().pbes2Count(1_000_000_000), toKey));
    assertRefused(jwe(ours().customParam("exp", 1), toKey));
    assertRefused(jwe(ours().jwkURL(URI.create("http://keys.test")), toKey));
  }

  @Test
  void anEphemeralKeyOffItsCurveIsRefused() throws Exception {
    String header =
        """
        {"alg":"ECDH-ES","enc":"A256GCM","kid":"%s","cty":"%s","apv":"%s",\
        "epk":{"kty":"EC","crv":"P-256","x":"%s","y":"%s"}}\
        """
            .formatted(
                recipient.id(),
                TYPE,
                Encryption.encoded(CONTEXT),
                Base64URL.encode(new byte[32]),
                Base64URL.encode(new byte[32]));
    String[] parts = text(encrypt().jwe()).split("\\.", -1);

    assertRefused(Base64URL.encode(header) + ".." + parts[2] + '.' + parts[3] + '.' + parts[4]);
  }

  @Test
  void aPartMoreOrAnEmptyOneIsRefused() {
    String jwe = text(encrypt().jwe());

    assertRefused(jwe + ".");
    assertRefused("." + jwe);
    assertRefused(jwe.replace("..", "..."));
    assertRefused(jwe.replace("..", ".AAAA.")); // with a key beside the one that is agreed on
    assertRefused(jwe.substring(0, jwe.lastIndexOf('.') + 1));
  }

  @Test
  void deepAndHugeInputIsRefusedBeforeItIsRead() {
    assertRefused(Base64URL.encode("{\"a\":".repeat(1_000)) + "..A.A.A");
    assertRefused(Base64URL.encode("[".repeat(100_000)) + "..A.A.A");
    assertRefused("A".repeat(3_000_000));
    assertRefused(".".repeat(1_900_000));
  }

  @Test
  void whatIsTooLongIsNotDecrypted() {
    String[] parts = text(encrypt().jwe()).split("\\.", -1);
    String header = new Base64URL(parts[0]).decodeToString();
    String longHeader = Base64URL.encode(header.replace("{", "{" + " ".repeat(1_500))).toString();

    assertMalformed(longHeader + ".." + parts[2] + '.' + parts[3] + '.' + parts[4]);
    assertMalformed(parts[0] + ".." + parts[2] + '.' + "A".repeat(2_000_000) + '.' + parts[4]);
  }

  @Test
  void whatWasDecryptedIsNotShown() {
    DecryptionOutcome decrypted = decrypt(encrypt(), recipient);

    assertThat(decrypted).isInstanceOf(DecryptionOutcome.Decrypted.class);
    assertThat(decrypted.toString()).doesNotContain("Mari");
  }

  private EncryptedPart encrypt() {
    return encryption.encrypt(CONTENT, to(recipient), TYPE, CONTEXT);
  }

  private RecipientKey to(ResponseKeyPair keyPair) {
    return RecipientKey.read(keyPair.publicJwk(), provider).orElseThrow();
  }

  private String decrypt(EncryptedPart part) {
    return switch (decrypt(part, recipient)) {
      case DecryptionOutcome.Decrypted(byte[] content) -> text(content);
      case DecryptionOutcome.Refused(var reason) -> throw new AssertionError(reason);
    };
  }

  private DecryptionOutcome decrypt(EncryptedPart part, DecryptionKeys keys) {
    return decryption.decrypt(part.jwe(), keys, TYPE, CONTEXT, part.digest());
  }

  private byte[] plaintext(EncryptedPart part) throws Exception {
    JWEObject jwe = JWEObject.parse(text(part.jwe()));
    jwe.decrypt(new ECDHDecrypter(ECKey.parse(text(recipient.privateJwk()))));
    return jwe.getPayload().toBytes();
  }

  private JWEHeader.Builder ours() {
    return header(JWEAlgorithm.ECDH_ES, EncryptionMethod.A256GCM);
  }

  private JWEHeader.Builder header(JWEAlgorithm algorithm, EncryptionMethod method) {
    return new JWEHeader.Builder(algorithm, method)
        .keyID(recipient.id().value())
        .contentType(TYPE)
        .agreementPartyVInfo(Encryption.encoded(CONTEXT));
  }

  private static String jwe(JWEHeader.Builder header, JWEEncrypter encrypter) throws JOSEException {
    JWEObject jwe = new JWEObject(header.build(), new Payload(new byte[48]));
    jwe.encrypt(encrypter);
    return jwe.serialize();
  }

  private void assertRefused(String jwe) {
    assertThat(
            decryption.decrypt(
                jwe.getBytes(StandardCharsets.US_ASCII), recipient, TYPE, CONTEXT, new byte[32]))
        .isIn(refused(DecryptionRefusal.MALFORMED), refused(DecryptionRefusal.OTHER_ALGORITHM));
  }

  private void assertMalformed(String jwe) {
    assertThat(
            decryption.decrypt(
                jwe.getBytes(StandardCharsets.US_ASCII), recipient, TYPE, CONTEXT, new byte[32]))
        .isEqualTo(refused(DecryptionRefusal.MALFORMED));
  }

  private static byte[] with(EncryptedPart part, int at, char c) {
    byte[] changed = part.jwe().clone();
    changed[at] = (byte) c;
    return changed;
  }

  private static DecryptionOutcome refused(DecryptionRefusal reason) {
    return new DecryptionOutcome.Refused(reason);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
