package eu.digitalnorth.local.demo;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.messaging.codec.AvroCodec;
import eu.digitalnorth.messaging.envelope.CloudEventHeaders;
import eu.digitalnorth.messaging.envelope.Envelope;
import eu.digitalnorth.messaging.envelope.Header;
import eu.digitalnorth.messaging.envelope.Source;
import eu.digitalnorth.messaging.personal.PersonalParts;
import eu.digitalnorth.messaging.personal.ResponseKeys;
import eu.digitalnorth.messaging.topic.Service;
import eu.digitalnorth.messaging.topic.TopicCatalogue;
import eu.digitalnorth.messaging.trust.MessageSigning;
import eu.digitalnorth.schemas.SchemaHash;
import eu.digitalnorth.schemas.eid.AttestationRequest;
import eu.digitalnorth.schemas.eid.LoginHint;
import eu.digitalnorth.schemas.wire.Authority;
import eu.digitalnorth.schemas.wire.LevelOfAssurance;
import eu.digitalnorth.trust.crypto.CryptoProvider;
import eu.digitalnorth.trust.encryption.RecipientKey;
import eu.digitalnorth.trust.encryption.ResponseKeyPair;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Attestation requests that are not what they say, each in one way only. */
final class Forgeries {
  private static final CountryCode STRANGER = CountryCode.of("xx");
  private static final CountryCode NORWAY = CountryCode.of("no");
  private static final CountryCode FINLAND = CountryCode.of("fi");

  private final CountryCode victim;
  private final RecipientKey victimsKey;
  private final AvroCodec codec;
  private final MessageSigning signing;

  Forgeries(CountryCode victim, RecipientKey victimsKey, AvroCodec codec, MessageSigning signing) {
    this.victim = victim;
    this.victimsKey = victimsKey;
    this.codec = codec;
    this.signing = signing;
  }

  /** From a country that does not take part, and has no key. */
  ProducerRecord<byte[], byte[]> stranger(UUID exchangeId, Instant now) {
    AttestationRequest request = request(STRANGER, exchangeId, now).build();
    return record(request, CloudEventHeaders.write(envelope(STRANGER, exchangeId, now)));
  }

  /** Signed by Norway, and changed since then: it asked for another procedure. */
  ProducerRecord<byte[], byte[]> tampered(UUID exchangeId, Instant now) {
    AttestationRequest request = request(NORWAY, exchangeId, now).build();
    List<Header> headers = signed(NORWAY, request, now);
    return record(AttestationRequest.newBuilder(request).setProcedure("T1").build(), headers);
  }

  /** In Norway's name, with the signature of a country that is trusted, but not as Norway. */
  ProducerRecord<byte[], byte[]> impersonated(UUID exchangeId, Instant now) {
    AttestationRequest request = request(NORWAY, exchangeId, now).build();
    List<Header> headers = CloudEventHeaders.write(envelope(NORWAY, exchangeId, now));
    headers.add(signed(FINLAND, request, now).getLast());
    return record(request, headers);
  }

  private List<Header> signed(CountryCode sender, AttestationRequest request, Instant now) {
    ProducerRecord<byte[], byte[]> bare = record(request, List.of());
    return signing.headers(
        envelope(sender, request.getExchangeId(), now), bare.topic(), bare.key(), bare.value());
  }

  private ProducerRecord<byte[], byte[]> record(AttestationRequest request, List<Header> headers) {
    String topic = TopicCatalogue.ATTESTATION_REQUEST.nameFor(victim);
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(
            topic,
            request.getExchangeId().toString().getBytes(StandardCharsets.UTF_8),
            codec.encode(topic, request));
    headers.forEach(header -> record.headers().add(header.name(), header.value()));
    return record;
  }

  private static Envelope envelope(CountryCode sender, UUID exchangeId, Instant now) {
    return new Envelope(
        UUID.randomUUID(),
        TopicCatalogue.ATTESTATION_REQUEST.eventType(),
        new Source(sender, Service.PORTAL.id()),
        exchangeId.toString(),
        now,
        SchemaHash.urn(AttestationRequest.getClassSchema()),
        null);
  }

  private AttestationRequest.Builder request(CountryCode sender, UUID exchangeId, Instant now) {
    return AttestationRequest.newBuilder()
        .setExchangeId(exchangeId)
        .setRequester(new Authority(sender.value(), sender.value() + ":nobody", "Nobody"))
        .setAttestingCountry(victim.value())
        .setProcedure("T2")
        .setLevelOfAssurance(LevelOfAssurance.HIGH)
        .setRequestedAttributes(List.of())
        .setLoginHint(
            PersonalParts.seal(
                LoginHint.newBuilder()
                    .setIdentifierScheme("xx-nobody")
                    .setIdentifier("nobody")
                    .build(),
                victimsKey,
                exchangeId.toString()))
        .setResponseKey(ResponseKeys.write(ResponseKeyPair.generate(CryptoProvider.best())))
        .setBindingMessage("Nobody")
        .setIssuedAt(now)
        .setExpiresAt(now.plus(Duration.ofMinutes(5)));
  }
}
