package eu.digitalnorth.trust.signature;

import eu.digitalnorth.trust.crypto.CryptoProvider;
import eu.digitalnorth.trust.crypto.Ed25519;
import eu.digitalnorth.trust.key.HeldKey;
import eu.digitalnorth.trust.key.KeyPurpose;
import eu.digitalnorth.trust.key.ServiceKeys;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Signs the messages of one service of one country. Safe for many threads. */
public final class MessageSigner {
  /**
   * How many messages share a signature at most. With more, a signature would save little, and each
   * doubling makes each message 43 characters longer.
   */
  static final int MOST_TOGETHER = 16;

  private final ServiceKeys keys;
  private final CryptoProvider provider;

  public MessageSigner(ServiceKeys keys) {
    this.keys = keys;
    this.provider = keys.provider();
  }

  /**
   * @param time what {@code ce_time} says: it decides which key signs, so that verifiers find the
   *     key to be valid then
   * @throws eu.digitalnorth.trust.MissingKeyException if the service has no key to sign with
   */
  public MessageSignature sign(SignedContent content, Instant time) {
    return alone(content.canonicalForm(), keys.current(KeyPurpose.MESSAGE_SIGNATURE, time));
  }

  /**
   * Signs messages that are made together, with one signature for up to {@value #MOST_TOGETHER} of
   * them. Each can be verified without the others.
   *
   * @param time what {@code ce_time} of all of them says
   * @return the signature of each, in their order
   * @throws eu.digitalnorth.trust.MissingKeyException if the service has no key to sign with
   */
  public List<MessageSignature> sign(List<SignedContent> contents, Instant time) {
    HeldKey key = keys.current(KeyPurpose.MESSAGE_SIGNATURE, time);
    List<MessageSignature> signatures = new ArrayList<>(contents.size());
    for (int from = 0; from < contents.size(); from += MOST_TOGETHER) {
      int to = Math.min(from + MOST_TOGETHER, contents.size());
      signatures.addAll(
          together(
              contents.subList(from, to).stream().map(SignedContent::canonicalForm).toList(), key));
    }
    return signatures;
  }

  private List<MessageSignature> together(List<byte[]> contents, HeldKey key) {
    if (contents.size() == 1) {
      return List.of(alone(contents.getFirst(), key));
    }
    MerkleTree tree = new MerkleTree(contents);
    byte[] value = ed25519(SignedBatch.canonicalForm(contents.size(), tree.root()), key);
    return IntStream.range(0, contents.size())
        .mapToObj(index -> new MessageSignature(key.id(), value, tree.proof(index)))
        .toList();
  }

  private MessageSignature alone(byte[] content, HeldKey key) {
    return new MessageSignature(key.id(), ed25519(content, key));
  }

  private byte[] ed25519(byte[] content, HeldKey key) {
    return Ed25519.sign(content, key.privateKey(), provider);
  }
}
