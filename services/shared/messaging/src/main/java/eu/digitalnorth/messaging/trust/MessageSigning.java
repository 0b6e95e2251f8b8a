package eu.digitalnorth.messaging.trust;

import eu.digitalnorth.messaging.envelope.CloudEventHeaders;
import eu.digitalnorth.messaging.envelope.Envelope;
import eu.digitalnorth.messaging.envelope.Header;
import eu.digitalnorth.messaging.envelope.Source;
import eu.digitalnorth.messaging.store.OutboxRecord;
import eu.digitalnorth.trust.KeyDirectory;
import eu.digitalnorth.trust.signature.MessageSignature;
import eu.digitalnorth.trust.signature.MessageSigner;
import eu.digitalnorth.trust.signature.SignedContent;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Signs what services send, each with its own country's key. Safe for many threads. */
public final class MessageSigning {
  private final KeyDirectory keys;
  private final Map<Source, MessageSigner> signers = new ConcurrentHashMap<>();

  public MessageSigning(KeyDirectory keys) {
    this.keys = keys;
  }

  /**
   * All headers of a record, the last one being its signature. The key that signs is the one for
   * the time of the envelope.
   *
   * @param topic logical name: without what a replay puts in front
   * @param value with the schema id in front; null for a tombstone
   * @throws eu.digitalnorth.trust.key.MissingKeyException if the sender has no key
   */
  public List<Header> headers(
      Envelope envelope, String topic, byte[] key, byte @Nullable [] value) {
    List<Header> headers = CloudEventHeaders.write(envelope);
    MessageSignature signature =
        signer(envelope.source())
            .sign(SignedRecords.content(topic, key, headers, value), envelope.time());
    headers.add(header(signature));
    return headers;
  }

  /**
   * Signs records that are sent together and have all their headers but the signature.
   *
   * @param sender the {@code ce_source} of all of them
   * @param time the {@code ce_time} of all of them
   * @throws eu.digitalnorth.trust.key.MissingKeyException if the sender has no key
   */
  public List<OutboxRecord> sign(Source sender, Instant time, List<OutboxRecord> records) {
    if (records.isEmpty()) {
      return List.of();
    }
    List<SignedContent> contents = records.stream().map(MessageSigning::content).toList();
    Iterator<MessageSignature> signatures = signer(sender).sign(contents, time).iterator();
    return records.stream().map(record -> record.with(header(signatures.next()))).toList();
  }

  private static SignedContent content(OutboxRecord record) {
    return SignedRecords.content(record.topic(), record.key(), record.headers(), record.value());
  }

  private static Header header(MessageSignature signature) {
    return Header.of(MessageSignature.HEADER, signature.toString());
  }

  private MessageSigner signer(Source sender) {
    return signers.computeIfAbsent(
        sender, s -> new MessageSigner(keys.keys(s.country(), s.service())));
  }
}
