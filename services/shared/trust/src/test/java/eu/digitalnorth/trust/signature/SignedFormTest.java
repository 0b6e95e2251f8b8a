package eu.digitalnorth.trust.signature;

import static eu.digitalnorth.trust.Installation.NO;
import static eu.digitalnorth.trust.Installation.START;
import static org.assertj.core.api.Assertions.assertThat;

import eu.digitalnorth.trust.Installation;
import eu.digitalnorth.trust.crypto.CryptoProvider;
import eu.digitalnorth.trust.crypto.Ed25519;
import eu.digitalnorth.trust.key.HeldKey;
import eu.digitalnorth.trust.key.KeyPurpose;
import eu.digitalnorth.trust.key.ServiceKeys;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is signed is what docs/signature.md says, byte for byte: whoever implements it elsewhere has
 * nothing else to go by. Written and verified here by Java alone.
 */
class SignedFormTest {
  private static final byte LEAF = 0;
  private static final byte NODE = 1;

  @TempDir Path folder;
  private MessageSigner signer;
  private PublicKey publicKey;

  @BeforeEach
  void install() {
    ServiceKeys keys = new Installation(folder, CryptoProvider.best()).keys().keys(NO, "portal");
    signer = new MessageSigner(keys);
    HeldKey key = keys.current(KeyPurpose.MESSAGE_SIGNATURE, START);
    publicKey =
        Ed25519.publicKey(
            key.claim().jwk().orElseThrow().toOctetKeyPair(), CryptoProvider.platform());
  }

  @Test
  void ofAMessageThatIsAloneItsTenFieldsAreSigned() throws Exception {
    MessageSignature signature = signer.sign(Signed.CONTENT, START);

    assertThat(verifies(signature, message(Signed.CONTENT))).isTrue();
  }

  @Test
  void aTombstoneHasNoBodyRatherThanAnEmptyOne() throws Exception {
    SignedContent tombstone = Tampering.withBody(Signed.CONTENT, null);
    MessageSignature signature = signer.sign(tombstone, START);

    assertThat(verifies(signature, message(tombstone))).isTrue();
    SignedContent empty = Tampering.withBody(Signed.CONTENT, new byte[0]);
    assertThat(verifies(signature, message(empty))).isFalse();
  }

  @Test
  void ofMessagesThatAreSentTogetherTheirNumberAndTheirRootAreSigned() throws Exception {
    SignedContent other = Tampering.withBody(Signed.CONTENT, new byte[] {42});

    List<MessageSignature> signatures = signer.sign(List.of(Signed.CONTENT, other), START);

    byte[] root = sha256(NODE, sha256(LEAF, message(Signed.CONTENT)), sha256(LEAF, message(other)));
    byte[] batch = fields(text("digital-north-batch-v1"), text("2"), root);
    assertThat(signatures)
        .hasSize(2)
        .allSatisfy(signature -> assertThat(verifies(signature, batch)).isTrue());
  }

  private boolean verifies(MessageSignature signature, byte[] form)
      throws GeneralSecurityException {
    Signature verification = Signature.getInstance("Ed25519", "SunEC");
    verification.initVerify(publicKey);
    verification.update(form);
    return verification.verify(signature.value());
  }

  private static byte[] message(SignedContent content) throws IOException {
    return fields(
        text("digital-north-message-v1"),
        text(content.topic()),
        content.key(),
        text(content.id()),
        text(content.type()),
        text(content.source()),
        text(content.subject()),
        text(content.time()),
        text(content.dataSchema()),
        content.body());
  }

  private static byte[] fields(byte @Nullable []... fields) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    for (byte[] field : fields) {
      out.writeBoolean(field != null);
      if (field != null) {
        out.writeInt(field.length);
        out.write(field);
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] sha256(byte prefix, byte[]... parts) throws GeneralSecurityException {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    digest.update(prefix);
    for (byte[] part : parts) {
      digest.update(part);
    }
    return digest.digest();
  }

  private static byte[] text(@Nullable String text) {
    return String.valueOf(text).getBytes(StandardCharsets.UTF_8);
  }
}
